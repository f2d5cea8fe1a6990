import type { Severity } from '../../core/findings/finding';
import type { IconName } from '../icons';
import type { Tone } from '../tone';

/** How a severity looks, beside its word. */
export const severityLooks: Readonly<Record<Severity, { icon: IconName; tone: Tone }>> = {
  critical: { icon: 'wrong', tone: 'bad' },
  high: { icon: 'warning', tone: 'bad' },
  medium: { icon: 'warning', tone: 'warn' },
  low: { icon: 'info', tone: 'warn' },
  info: { icon: 'info', tone: 'soft' },
};
