import type { SnippetLanguage } from '../../core/snippets/snippet';

/** Names of their makers' own, the same in every language. */
export const languageNames: Readonly<Record<SnippetLanguage, string>> = {
  pyjwt: 'PyJWT',
  flask: 'Flask',
  pytest: 'pytest',
  jose: 'jose (Node)',
  jsonwebtoken: 'jsonwebtoken',
  go: 'golang-jwt 4',
  ruby: 'Ruby jwt',
  curl: 'curl',
  httpie: 'HTTPie',
};
