import { ExpectationsForm } from './ExpectationsForm';
import { Libraries } from './Libraries';

/** What the token is compared with: the user's own expectations, and what libraries would say. */
export function Comparisons() {
  return (
    <>
      <Libraries />
      <ExpectationsForm />
    </>
  );
}
