import '../css/welcome.css';
import { useEffect } from 'preact/hooks';
import { keepFocus } from '../frame/keepFocus';
import { News } from './News';
import { Welcome } from './Welcome';

/** What a window says to who is new or has a new version, and its care that the focus is never lost. */
export function Greeting() {
  useEffect(() => keepFocus(document), []);
  return (
    <>
      <Welcome />
      <News />
    </>
  );
}
