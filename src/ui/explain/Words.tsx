import '../css/explain.css';
import { useLanguage } from '../model/model';
import { algorithmTerms } from './algorithmTerms';
import { type Explanation, explanationsOf } from './explanations';
import { termCodes } from './terms';

/** Every word that is explained, each folded. */
export function Words() {
  const language = useLanguage();
  const words: readonly Explanation[] = [
    ...termCodes.flatMap((term) => explanationsOf({ term }, language)),
    ...algorithmTerms.map(({ code, written, source }) => ({
      title: written,
      text: language.code('algorithm', code),
      source,
    })),
  ];
  return (
    <ul class="words">
      {words.map(({ title, text, source }) => (
        <li key={title}>
          <details>
            <summary>{title}</summary>
            <p>{text}</p>
            {source !== undefined && <p class="soft">{source}</p>}
          </details>
        </li>
      ))}
    </ul>
  );
}
