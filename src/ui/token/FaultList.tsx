import { isOtherContent } from '../../core/token/otherContent';
import type { Fault, Token } from '../../core/token/token';
import { useLanguage } from '../model/model';
import { FaultBox } from './FaultBox';
import { useShown } from './shown';

/** What is wrong with a token, each with its part and position. */
export function FaultList() {
  const { token } = useShown();
  const { say } = useLanguage();
  if (token.faults.length === 0) return null;
  const faults = token.faults.toSorted((one, other) => Number(isCause(other)) - Number(isCause(one)));
  const { heading, tone, icon } = headings[kindOf(token)];
  return <FaultBox label={say('faults_title')} heading={say(heading)} {...{ tone, icon, faults }} />;
}

/** What was probably done to the token says more than what came of it, so it is told first. */
const isCause = ({ code }: Fault) => code.startsWith('cause-');

const headings = {
  content: { heading: 'faults_of_content', tone: 'none', icon: 'info' },
  readable: { heading: 'faults_of_valid', tone: 'warn', icon: 'warning' },
  text: { heading: 'faults_of_text', tone: 'bad', icon: 'warning' },
  broken: { heading: 'faults_of_invalid', tone: 'bad', icon: 'warning' },
} as const;

/** A text with spaces was hardly meant as a token: then it is said first that none was found in it. */
function kindOf(token: Token): keyof typeof headings {
  if (token.valid) return isOtherContent(token) ? 'content' : 'readable';
  return /\s/.test(token.text) ? 'text' : 'broken';
}
