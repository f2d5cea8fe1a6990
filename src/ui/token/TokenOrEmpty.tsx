import { EmptyState } from '../frame/EmptyState';
import { TokenView } from './TokenView';

/** The token that the popup shows, or why it shows none. */
export const TokenOrEmpty = () => <TokenView empty={<EmptyState />} />;
