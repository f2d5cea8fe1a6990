import type { Rule } from './rule';
import { algorithmRules } from './rules/algorithm';
import { bindingRules } from './rules/binding';
import { claimRules } from './rules/claims';
import { cookieRules } from './rules/cookies';
import { encryptionRules } from './rules/encryption';
import { exposureRules } from './rules/exposure';
import { headerRules } from './rules/header';
import { keyRules } from './rules/keys';
import { kindRules } from './rules/kinds';
import { lifetimeRules } from './rules/lifetime';
import { payloadRules } from './rules/payload';
import { signatureRules } from './rules/signature';
import { sizeRules } from './rules/size';

/** Everything that can be found. */
export const rules: readonly Rule[] = [
  ...algorithmRules,
  ...signatureRules,
  ...keyRules,
  ...headerRules,
  ...encryptionRules,
  ...claimRules,
  ...lifetimeRules,
  ...kindRules,
  ...bindingRules,
  ...payloadRules,
  ...sizeRules,
  ...exposureRules,
  ...cookieRules,
];
