import { Fragment } from 'preact';
import { summarizeToken } from '../../core/token/summary';
import { CompareButton } from '../compare/CompareButton';
import type { Language } from '../language';
import { pathOf } from '../model/address';
import { useModel } from '../model/model';
import type { TokenRow } from '../model/tokens';
import { isRaw, whereText } from '../model/where';
import { Visible } from '../Visible';
import { EditButton } from '../workbench/EditButton';
import { CopyButton } from './CopyButton';
import { CopyRedacted } from './CopyRedacted';
import { useShown } from './shown';

/** Whose token it is, and where it comes from. */
export function TokenTitle() {
  const { token, text } = useShown();
  const { selection, language } = useModel();
  const row = selection.row.value;
  const known = token.text === text ? row?.summary : undefined;
  const { who, alg } = known ?? summarizeToken(token);
  const origin = row ? originOf(row, language) : [language.say('title_pasted')];
  return (
    <header class="title">
      <h2 title={who}>
        <bdi>
          <Visible text={who ?? language.say(token.valid ? 'title_unknown' : 'title_broken')} />
        </bdi>
      </h2>
      <div class="tools">
        <EditButton token={token} />
        <CompareButton />
        <CopyRedacted />
        <CopyButton text={token.text} />
      </div>
      <p class="soft">
        {[alg, ...origin].filter(Boolean).map((fact, at) => (
          <Fragment key={fact}>
            {at > 0 && ' · '}
            <bdi>
              <Visible text={fact ?? ''} />
            </bdi>
          </Fragment>
        ))}
      </p>
    </header>
  );
}

function originOf({ exchange, capture }: TokenRow, language: Language): readonly string[] {
  const where = isRaw(capture)
    ? language.say('where_no_scheme', [whereText(capture, language.say)])
    : whereText(capture, language.say);
  return [`${exchange.method} ${pathOf(exchange.url)}`, where];
}
