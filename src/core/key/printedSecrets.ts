/**
 * Secrets that tutorials, documentation and defaults of frameworks print, so that everybody has them; one on a line where
 * it has spaces. Small on purpose: it warns of what people copy, it does not try to crack anything.
 */
const words = `your-secret-key your-256-bit-secret your-384-bit-secret your-512-bit-secret your-secret your-jwt-secret
  your-super-secret your-secret-key-here your-secret-here a-string-secret-at-least-256-bits-long
  a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long secret secrets secretkey secret-key
  thisisasecret this-is-a-secret this-is-a-secret-key thisissecret supersecret super-secret super-secret-key
  supersecretkey super-secret-password my-secret my-secret-key mysecret mysecretkey mysupersecret my-super-secret
  my-32-character-ultra-secure-and-ultra-long-secret jwt-secret jwt-secret-key jwtsecret jwtsecretkey topsecret
  top-secret shhhhh shhhhhh shhhhhhared-secret keyboard-cat changeme change-me change-this change-me-in-production
  password passw0rd p@ssw0rd password1 password123 admin admin123 root test testing test-secret test-key testkey
  qwerty letmein welcome iloveyou dev development default example foobar foo bar token key private privatekey hello
  django-insecure flask-secret somesecret some-secret some-secret-key replace-me replaceme todo none null undefined
  1 123 1234 12345 123456 1234567 12345678 123456789 1234567890 012345678901234567890123456789xy
  gaussian-secret hs256-secret not-so-secret not-a-secret node-secret express-secret nextauth-secret
  09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7
  your-secret-key-change-me your-secret-key-change-in-production your-very-secret-key your-super-secret-key
  your-super-secret-jwt-key your-jwt-secret-key your-secret-token your-secret-string your-secret-passphrase
  your-private-key your-signing-key your-client-secret your-app-secret your-api-secret your-access-token-secret
  your-refresh-token-secret your-session-secret your-256-bit-secret-key your-own-random-generated-secret-key
  your-secure-secret your-secret-password your-strong-secret your-random-secret your-long-secret your-key your-token
  my-secret-token my-secret-token-to-change-in-production my-super-secret-key my-secret-jwt-key my-jwt-secret
  my-jwt-secret-key my-token my-key my-private-key my-precious my-app-secret my-api-secret my-session-secret
  my-signing-key my-secret-password my-access-token-secret my-super-secret-token my-super-secret-phrase
  my-master-key my-admin-secret-key my-very-secret-key my-top-secret my-strong-secret my-secret-string
  this-is-my-secret this-is-my-secret-key this-is-the-secret-key this-is-secret this-is-a-very-secret-key
  this-is-a-super-secret-key this-should-be-a-secret this-is-not-a-secret thisisnotasecret thisismysecretkey
  thisismyscretkey thisshouldbesecret the-secret the-secret-key thesecretkey
  super-secret-jwt-token-with-at-least-32-characters-long super-secret-token super-secret-string super-secret-jwt
  super-secret-jwt-key super-duper-secret some-super-secret-secret somesupersecretsecret very-secret very-secret-key
  verysecret verysecretkey ultra-secret ultra-secret-key extremely-secret really-secret reallysecret
  reallyreallyreallyreallyverysafe jwt jwt-key jwt-token jwt-token-secret jwt-private-key jwt-super-secret-key
  jwt-secret-key-change-me jwt-secret-change-in-production jwt-auth-secret jwt-signing-key jwt-access-secret
  jwt-refresh-secret access-secret access-token-secret refresh-secret refresh-token-secret token-secret token-key
  session-secret sessionsecret cookie-secret cookiesecret signing-key signing-secret auth-secret authsecret
  app-secret appsecret app-key api-key api-secret client-secret clientsecret shared-secret sharedsecret hmac-secret
  hmac-key encryption-key master-key masterkey server-secret backend-secret application-secret webhook-secret
  random-token-secret random-token random-string randomstring random-secret random random-key some-random-string
  some-random-secret some-key some-token a-secret a-secret-key a-very-secret-key a-very-long-secret-key
  a-very-long-secret a-random-secret a-random-string-you-should-change a-random-long-string any-secret anysecret
  secret-token secrettoken secret-string secretstring secret-password secret-phrase secret-passphrase secret-jwt
  secret-jwt-key secret-key-here secret-key-goes-here secret-goes-here secret-or-key secretorkey secret123 secret1
  secret-123 secret-1234 secret-key-123 secretkey123 secret-for-jwt secret-sauce secretsauce secretpassword
  secretsecret secret-secret super-secret-value secret-value insecure insecure-secret insecure-key insecure-jwt-secret
  unsafe unsafe-secret dev-secret dev-secret-key dev-key development-secret development-key local-secret local-dev-secret
  localhost-secret test-jwt-secret test-secret-key testsecret testing-secret test123 test1234 test-token demo demo-secret
  demo-key example-secret example-key example-secret-key sample sample-secret sample-key dummy dummy-secret dummy-key fake
  fake-secret temporary-key temp temp-secret temporary-secret placeholder placeholder-secret change-it changeit
  change-me-please please-change-me change-this-secret change-this-secret-key change-this-in-production
  change-in-production change-me-to-a-complex-random-secret change-me-to-a-random-secret changeme123 to-be-modified
  tobemodified tobemodified1 replace-this replace-this-secret replace-with-your-secret replace-with-your-secret-key
  replace-with-your-own-secret replace-with-a-secret put-your-secret-here put-your-secret-key-here insert-secret-here
  insert-your-secret-here enter-your-secret-here add-your-secret-here set-your-secret default-secret default-secret-key
  default-jwt-secret default-key defaultsecret you-will-never-guess hard-to-guess-string hard-to-guess hard!to-guess-secret
  topsecret51 top-secret-key topsecretkey classified confidential hidden keepitsecret keep-it-secret
  keep-it-secret-keep-it-safe dont-tell-anyone do-not-share donttell shh shhh shhhh shhhhhhh
  shhhhhhhhhh super-shh password1234 password! passw0rd123 passw0rd! p@ssword p@ssw0rd123 mypassword my-password pass pass123
  admin1234 administrator root123 toor user guest qwerty123 qwertyuiop asdf asdfgh asdfghjkl zxcvbnm abc abc123 abcd
  abcd1234 abcdef abcdefg abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz123456 0123456789 01234567890123456789012345678901
  12345678901234567890123456789012 123456789012345678901234567890 1234567890abcdef 0123456789abcdef
  0123456789abcdef0123456789abcdef 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 111111 000000 00000000 11111111 12341234 123123 123321 654321
  987654321 a aa aaa aaaa aaaaaaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa x xxx xxxx xxxxx xxxxxxxx xxxxxxxxxxxxxxxx
  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx y z zzz hello-world helloworld hello123 world bla blabla foobarbaz baz qux quux
  lorem-ipsum loremipsum monkey dragon sunshine princess football baseball master superman batman pokemon ilovepokemon
  trustno1 login google facebook apple javainuse javatechie javaguides bezkodersecretkey bezkoder-secret-key
  bezkoder jwtsupersecretkey jwtprivatekey jwtauth nodeauthsecret tasmaniandevil captainjacksparrowsayshi captain
  allyourbase all-your-base qmplus go-admin jhipster spring spring-secret springboot spring-security boot nestjs nest-secret
  nestsecret express express-jwt fastify fastify-secret koa koa-secret laravel symfony rails django flask fastapi
  flask-jwt flask-secret-key django-secret django-secret-key fastapi-secret strapi strapi-secret next-secret next-auth
  nextauth nextauthsecret supabase supabase-secret hasura hasura-secret parse graphql graphql-secret apollo
  superset test-non-dev-secret thisisasecret1234 this-is-a-secret-1234 supersecretkey@345 superSecretKey@345 strongkauthenticationkey
  jwtauthenticationhighsecuredpasswordvvvp1oh7xzyr byym000ollmqg6vvvp1oh7xzyr7ghuw1qvuc5dcgt3snm
  dhftos5uphk3vmcjqrexst1rsyjzbjxwrgjmfpu4 c1cf4b7dc4c4175b6618de4f55ca4 dbcjqheupqjsuwsm
  secretkey012345678901234567890123456789012345678901234567890123456789
  404e635266556a586e3272357538782f413f4428472b4b6250645367566b5970
  413f4428472b4b6250655368566d5970337336763979244226452948404d6351
  357638792f423f4428472b4b6250655368566d597133743677397a2443264629
  3cfa76ef14937c1c0ea519f8fc057a80fcd04a7420f8e8bcd0a7567c272e007b
  5367566b59703373367639792f423f4528482b4d6251655468576d5a71347437
  192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf 004f2af45d3a4e161a7dd2d17fdae47f
  c292a0a3aa32397cdb050e233733900f 255d861b-5ea1-5996-9aa3-922530ec40b1`;

const sentences = [
  'this is my custom Secret key for authentication',
  'THIS IS USED TO SIGN AND VERIFY JWT TOKENS, REPLACE IT WITH YOUR OWN SECRET, IT CAN BE ANY STRING',
  'DO NOT USE THIS VALUE. INSTEAD, CREATE A COMPLEX SECRET AND KEEP IT SAFE OUTSIDE OF THE SOURCE CODE.',
  'the quick brown fox jumps over the lazy dog',
  'correct horse battery staple',
  'it is a secret to everybody',
];

/** The secrets that stand in the standards themselves, as base64url: RFC 7515 appendix A.1, RFC 7520 section 4.4. */
export const printedKeys: readonly string[] = [
  'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
  'hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg',
];

/** All that are texts, each as it is most often printed. */
export const printedSecrets: readonly string[] = [...new Set([...words.split(/\s+/), ...sentences])];
