import '../css/welcome.css';
import { useEffect } from 'preact/hooks';
import { closeOnEscape } from '../frame/closeOnEscape';
import { keepFocus } from '../frame/keepFocus';
import { Welcome } from './Welcome';

/** What a window says to who is new, and its care for focus and Escape. */
export function Greeting() {
  useEffect(() => keepFocus(document), []);
  useEffect(() => closeOnEscape(window), []);
  return <Welcome />;
}
