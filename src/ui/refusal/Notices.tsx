import '../css/refusal.css';
import { ExpiryBanner } from './ExpiryBanner';
import { RefusedRequests } from './RefusedRequests';

/** What nobody should miss, calmly, above whatever the panel shows. */
export function Notices() {
  return (
    <div class="notices">
      <ExpiryBanner />
      <RefusedRequests />
    </div>
  );
}
