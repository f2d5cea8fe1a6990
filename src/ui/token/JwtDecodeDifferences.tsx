import type { JwtDecodeDifference } from '../../core/token/jwtDecodeView';
import { useLanguage } from '../model/model';

/** Where jwt-decode differs from the token, one by one. */
export function JwtDecodeDifferences({ differences }: { differences: readonly JwtDecodeDifference[] }) {
  const { say } = useLanguage();
  if (differences.length === 0) return null;
  return (
    <table class="differences">
      <thead>
        <tr>
          <th scope="col">{say('jwtview_where')}</th>
          <th scope="col">{say('jwtview_truth')}</th>
          <th scope="col">{say('jwtview_seen')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <Difference
            key={`${difference.part} ${difference.path.join(' ')} ${difference.truth}`}
            {...difference}
          />
        ))}
      </tbody>
    </table>
  );
}

function Difference({ part, path, code, truth, seen }: JwtDecodeDifference) {
  const language = useLanguage();
  return (
    <>
      <tr>
        <th scope="row">
          <span class="source">{[language.code('part', part), ...path].join(' › ')}</span>
        </th>
        <td class="source">{truth}</td>
        <td class="source warn">{seen}</td>
      </tr>
      <tr class="why">
        <td colSpan={3}>{language.code('jwtdecode', code)}</td>
      </tr>
    </>
  );
}
