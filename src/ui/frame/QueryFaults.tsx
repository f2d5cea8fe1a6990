import { useLanguage } from '../model/model';
import type { QueryFault } from '../query/parse';

/** What in the query is not understood; the rest of it still counts. */
export function QueryFaults({ id, faults }: { id: string; faults: readonly QueryFault[] }) {
  const { code } = useLanguage();
  return (
    <p class="query-faults warn" id={id} role="status" hidden={faults.length === 0}>
      {faults.map((fault) => (
        <span key={`${fault.span.start}`}>{code('query', fault.code, fault.values)}</span>
      ))}
    </p>
  );
}
