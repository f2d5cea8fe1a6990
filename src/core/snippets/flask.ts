import type { Capture } from '../traffic/exchange';
import { python } from './dialects';
import { claimsOf, clockLine, decodeCall, encodeCall, issuerCheck, pythonKey } from './python';
import type { Situation } from './situation';
import { lines } from './snippet';

/** The route that the app guards and its tests call. */
const ROUTE = '/protected';

const rawHeader: Capture = {
  carrier: { place: 'request-header', name: 'authorization' },
  before: '',
  token: '',
  after: '',
};

/** Where the token was seen, as far as a decorator can look there; else the guide's raw header. */
function captureOf({ seen }: Situation): Capture {
  const places = ['request-header', 'request-cookie', 'url-query'];
  return seen && places.includes(seen.capture.carrier.place) ? seen.capture : rawHeader;
}

const headerName = (name: string) => name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

/** Lines that read the token from the request: as it was really sent, raw or with a scheme before it. */
function reading({ carrier, before, after }: Capture): string[] {
  const name = python.string(carrier.place === 'request-header' ? headerName(carrier.name) : carrier.name);
  if (carrier.place === 'request-cookie') return [`token = request.cookies.get(${name})`];
  if (carrier.place === 'url-query') return [`token = request.args.get(${name})`];
  if (before + after === '') return [`token = request.headers.get(${name})`];
  const [, scheme] = /^([^\s"]+) +$/.exec(before) ?? [];
  if (scheme !== undefined && after === '')
    return [
      `scheme, _, token = request.headers.get(${name}, "").partition(" ")`,
      'token = token.strip()',
      `if scheme.lower() != ${python.string(scheme.toLowerCase())}:`,
      '    token = None',
    ];
  return [
    `token = request.headers.get(${name}, "")`,
    `token = token.removeprefix(${python.string(before)}).removesuffix(${python.string(after)})`,
  ];
}

/** A small app with the guide's decorator, which reads the token where and how it was seen. */
export function flaskApp(situation: Situation): string {
  const key = pythonKey(situation, 'verify');
  return lines(
    key.imports,
    'import os',
    'from functools import wraps',
    '',
    'import jwt',
    'from flask import Flask, jsonify, request',
    '',
    'app = Flask(__name__)',
    `KEY = ${key.code}`,
    '',
    '',
    'def token_required(view):',
    '    @wraps(view)',
    '    def decorated(*args, **kwargs):',
    ...reading(captureOf(situation)).map((line) => `        ${line}`),
    '        if not token:',
    '            return jsonify({"message": "Token is missing"}), 401',
    '        try:',
    `            claims = ${decodeCall('token', 'KEY', situation, 3)}`,
    issuerCheck(situation, '            '),
    '        except jwt.ExpiredSignatureError:',
    '            return jsonify({"message": "Token has expired"}), 401',
    '        except jwt.InvalidTokenError:',
    '            return jsonify({"message": "Invalid token"}), 401',
    '        return view(claims, *args, **kwargs)',
    '',
    '    return decorated',
    '',
    '',
    `@app.get("${ROUTE}")`,
    '@token_required',
    'def protected(claims):',
    '    return jsonify(claims)',
  );
}

/** The keyword argument with which Flask's test client sends a token. */
function sending({ carrier, before, after }: Capture): string {
  if (carrier.place === 'url-query') return `query_string={${python.string(carrier.name)}: token}`;
  if (carrier.place === 'request-cookie')
    return `headers={"Cookie": ${python.string(`${carrier.name}=`)} + token}`;
  const parts = [before && python.string(before), 'token', after && python.string(after)];
  const value = parts.filter(Boolean).join(' + ');
  return `headers={${python.string(headerName(carrier.name))}: ${value}}`;
}

/** Tests of that app: what it must accept, and what it must refuse. */
export function flaskTests(situation: Situation): string {
  const key = pythonKey(situation, 'sign');
  const { leewaySeconds } = situation;
  // Flask's test client would put its own cookies in place of the header.
  const isCookie = captureOf(situation).carrier.place === 'request-cookie';
  return lines(
    key.imports,
    'import os',
    'import time',
    '',
    'import jwt',
    'import pytest',
    'from app import app',
    '',
    `KEY = ${key.code}`,
    '',
    '',
    'def make(**changes):',
    clockLine(situation, 'now = int(time.time())', '    '),
    `    claims = ${claimsOf(situation, 1)}`,
    `    return ${encodeCall('{**claims, **changes}', 'KEY', situation, 1)}`,
    '',
    '',
    '@pytest.fixture',
    'def get():',
    `    client = app.test_client(${isCookie ? 'use_cookies=False' : ''})`,
    `    return lambda token: client.get("${ROUTE}", ${sending(captureOf(situation))})`,
    '',
    '',
    'def test_a_good_token_is_accepted(get):',
    '    assert get(make()).status_code == 200',
    '',
    '',
    'def test_an_expired_token_is_refused(get):',
    `    response = get(make(exp=int(time.time()) - ${60 + leewaySeconds}))`,
    '    assert response.status_code == 401',
    '    assert response.json["message"] == "Token has expired"',
    '',
    '',
    'def test_a_changed_signature_is_refused(get):',
    '    head, _, signature = make().rpartition(".")',
    '    changed = ("B" if signature[0] == "A" else "A") + signature[1:]',
    '    assert get(head + "." + changed).status_code == 401',
    '',
    '',
    'def test_no_token_is_refused():',
    `    assert app.test_client().get("${ROUTE}").status_code == 401`,
  );
}
