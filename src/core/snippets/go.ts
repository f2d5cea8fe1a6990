import { literal } from './dialect';
import { go, listOf } from './dialects';
import { movedTimes, writtenOf } from './python';
import { headerRest, type Situation } from './situation';
import { type Library, lines, names } from './snippet';

const environment = (name: string) => `os.Getenv("${name}")`;

/** Packages by the word that code uses them with. */
const packages: readonly [word: string, path: string][] = [
  ['base64', 'encoding/base64'],
  ['hex', 'encoding/hex'],
  ['json', 'encoding/json'],
  ['fmt', 'fmt'],
  ['log', 'log'],
  ['os', 'os'],
  ['time', 'time'],
];

/** A program whose imports are what its body uses: Go refuses any other. */
function program(...body: readonly (string | undefined)[]): string {
  const text = lines(...body);
  const used = packages.filter(([word]) => new RegExp(`\\b${word}\\.[A-Z]`).test(text));
  return lines(
    'package main',
    '',
    'import (',
    ...used.map(([, path]) => `\t"${path}"`),
    '',
    '\t"github.com/golang-jwt/jwt/v4"',
    ')',
    '',
    'func main() {',
    text.replace(/^(?=.)/gm, '\t').trimEnd(),
    '}',
  );
}

const orFail = ['if err != nil {', '\tlog.Fatal(err)', '}'];

const secrets: Readonly<Record<Situation['encoding'], string>> = {
  text: '',
  hex: `hex.DecodeString(${environment(names.secret)})`,
  base64: `base64.StdEncoding.DecodeString(${environment(names.secret)})`,
  base64url: `base64.RawURLEncoding.DecodeString(${environment(names.secret)})`,
};

/** Lines that leave the key in `key`. */
function keyLines({ key, encoding, alg = '' }: Situation, use: 'Public' | 'Private'): string[] {
  if (key === 'secret' && encoding === 'text') return [`key := []byte(${environment(names.secret)})`];
  if (key === 'secret') return [`key, err := ${secrets[encoding]}`, ...orFail];
  const kind = alg === 'EdDSA' ? 'Ed' : alg.startsWith('ES') ? 'EC' : 'RSA';
  const name = use === 'Public' ? names.publicKey : names.privateKey;
  return [`key, err := jwt.Parse${kind}${use}KeyFromPEM([]byte(${environment(name)}))`, ...orFail];
}

/** golang-jwt 4 knows no leeway and leaves audience and issuer to the caller. */
function checks({ audiences, issuers, leewaySeconds }: Situation): string[] {
  const refuse = (condition: string, why: string) => [`if ${condition} {`, `\tlog.Fatal("${why}")`, '}'];
  const none = (method: string, values: readonly string[]) =>
    values.map((value) => `!claims.${method}(${go.string(value)}, true)`).join(' && ');
  return [
    ...(leewaySeconds > 0
      ? [
          'now := time.Now().Unix()',
          ...refuse(`!claims.VerifyExpiresAt(now-${leewaySeconds}, false)`, 'token is expired'),
          ...refuse(`!claims.VerifyNotBefore(now+${leewaySeconds}, false)`, 'token is not valid yet'),
        ]
      : []),
    ...(audiences.length > 0 ? refuse(none('VerifyAudience', audiences), 'invalid audience') : []),
    ...(issuers.length > 0 ? refuse(none('VerifyIssuer', issuers), 'invalid issuer') : []),
  ];
}

export const golang: Library = {
  language: 'go',
  file: 'main.go',
  algorithms: /^((HS|RS|PS|ES)(256|384|512)|EdDSA)$/,
  decode: () =>
    program(
      'parser := jwt.NewParser(jwt.WithJSONNumber())',
      `token, _, err := parser.ParseUnverified(${environment(names.token)}, jwt.MapClaims{})`,
      ...orFail,
      'fmt.Println(token.Header, token.Claims)',
    ),
  verify(situation) {
    const options = [
      `jwt.WithValidMethods(${listOf(situation.algorithms, { ...go, array: ['[]string{', '}'] })})`,
      'jwt.WithJSONNumber()',
      ...(situation.leewaySeconds > 0 ? ['jwt.WithoutClaimsValidation()'] : []),
    ];
    return program(
      ...keyLines(situation, 'Public'),
      'claims := jwt.MapClaims{}',
      `parser := jwt.NewParser(${options.join(', ')})`,
      `if _, err := parser.ParseWithClaims(${environment(names.token)}, claims, func(*jwt.Token) (interface{}, error) {`,
      '\treturn key, nil',
      '}); err != nil {',
      '\tlog.Fatal(err)',
      '}',
      ...checks(situation),
      'fmt.Println(claims)',
    );
  },
  create(situation) {
    const { claims, alg = '' } = situation;
    const instead = movedTimes(situation, 'now');
    const object = ['jwt.MapClaims{', '}'] as const;
    const literalOf = claims && literal(claims.node, claims.text, go, { instead });
    const header = headerRest(situation, writtenOf(situation));
    return program(
      ...keyLines(situation, 'Private'),
      Object.keys(instead).length > 0 ? 'now := time.Now().Unix()' : undefined,
      `claims := ${object[0]}${literalOf?.slice(go.object[0].length) ?? object[1]}`,
      `token := jwt.NewWithClaims(jwt.SigningMethod${alg}, claims)`,
      ...(header?.node.members.map(
        ({ name, value }) => `token.Header[${go.string(name)}] = ${literal(value, header.text, go)}`,
      ) ?? []),
      'signed, err := token.SignedString(key)',
      ...orFail,
      'fmt.Println(signed)',
    );
  },
};
