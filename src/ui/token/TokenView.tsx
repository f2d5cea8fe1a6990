import { useComputed, useSignalEffect } from '@preact/signals';
import { partOf, type Token } from '../../core/token/token';
import { EmptyState } from '../frame/EmptyState';
import { KeyBox } from '../input/KeyBox';
import { useModel } from '../model/model';
import { FaultList } from './FaultList';
import { PartSection } from './PartSection';
import { RawToken } from './RawToken';
import { Requests } from './Requests';
import { TokenTitle } from './TokenTitle';
import { Verdict } from './Verdict';

/** The token that is shown: the answer first, then what it is made of, then where it was seen. */
export function TokenView() {
  const { selection } = useModel();
  const token = selection.token.value;
  return (
    <div class="view">
      {token && <Answer token={token} />}
      <KeyBox />
      {token ? <Contents token={token} /> : <EmptyState />}
    </div>
  );
}

function Answer({ token }: { token: Token }) {
  const { verdicts, keys, selection } = useModel();
  useSignalEffect(() => {
    const text = selection.text.value;
    if (text !== undefined) void verdicts.check(text, keys.all.value);
  });
  const signature = useComputed(() => verdicts.of(selection.text.value ?? '').value);
  return (
    <>
      <TokenTitle token={token} />
      <FaultList token={token} />
      <Verdict token={token} signature={signature.value} />
    </>
  );
}

function Contents({ token }: { token: Token }) {
  const encrypted = token.form === 'jwe-compact' || token.form === 'jwe-json';
  return (
    <>
      <RawToken token={token} key={token.text} />
      <div class="parts">
        <PartSection
          name="header"
          title="region_header"
          part={partOf(token, 'header')}
          absent="region_header_absent"
        />
        <PartSection
          name="payload"
          title="region_payload"
          part={partOf(token, 'payload')}
          absent={encrypted ? 'region_payload_encrypted' : 'region_payload_absent'}
        />
      </div>
      <Requests text={token.text} />
    </>
  );
}
