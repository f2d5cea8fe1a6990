import { render } from 'preact'; import {signal} from '@preact/signals'; const s = signal('hello'); render(<p>{s}</p>, document.body);
