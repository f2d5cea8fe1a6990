import { block, literal } from './dialect';
import { listOf, ruby } from './dialects';
import { clockLine, movedTimes } from './python';
import { headerRest, type Situation } from './situation';
import { type Library, lines, names } from './snippet';

const environment = (name: string) => `ENV.fetch("${name}")`;

const secrets: Readonly<Record<Situation['encoding'], string>> = {
  text: environment(names.secret),
  hex: `[${environment(names.secret)}].pack("H*")`,
  base64: `${environment(names.secret)}.unpack1("m")`,
  base64url: `${environment(names.secret)}.tr("-_", "+/").unpack1("m")`,
};

function rubyKey({ key, encoding }: Situation, use: 'verify' | 'sign'): string {
  if (key === 'secret') return secrets[encoding];
  return `OpenSSL::PKey.read(${environment(use === 'sign' ? names.privateKey : names.publicKey)})`;
}

function checkOptions({ algorithms, audiences, issuers, leewaySeconds }: Situation): string {
  const all = [
    `algorithms: ${listOf(algorithms, ruby)}`,
    ...(audiences.length > 0 ? [`aud: ${listOf(audiences, ruby)}`, 'verify_aud: true'] : []),
    ...(issuers.length > 0 ? [`iss: ${listOf(issuers, ruby)}`, 'verify_iss: true'] : []),
    ...(leewaySeconds > 0 ? [`leeway: ${leewaySeconds}`] : []),
  ];
  return block(all, ['{', '}'], ruby.indent, 0);
}

export const rubyJwt: Library = {
  language: 'ruby',
  file: 'token.rb',
  algorithms: /^((HS|RS|PS|ES)(256|384|512)|ES256K)$/,
  createsNumbersOnly: true,
  decode: () =>
    lines(
      'require "jwt"',
      '',
      `claims, header = JWT.decode(${environment(names.token)}, nil, false)`,
      'p header, claims',
    ),
  verify: (situation) =>
    lines(
      'require "jwt"',
      '',
      `key = ${rubyKey(situation, 'verify')}`,
      `claims, = JWT.decode(${environment(names.token)}, key, true, ${checkOptions(situation)})`,
      'p claims',
    ),
  create(situation) {
    const { claims, alg = '' } = situation;
    const instead = movedTimes(situation, 'now');
    const header = headerRest(situation, ['alg']);
    const all = [
      'claims',
      'key',
      ruby.string(alg),
      ...(header ? [literal(header.node, header.text, ruby)] : []),
    ];
    return lines(
      'require "jwt"',
      '',
      `key = ${rubyKey(situation, 'sign')}`,
      clockLine(situation, 'now = Time.now.to_i'),
      `claims = ${claims ? literal(claims.node, claims.text, ruby, { instead }) : '{}'}`,
      `puts JWT.encode(${all.join(', ')})`,
    );
  },
};
