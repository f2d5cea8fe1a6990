import { useModel } from '../model/model';

/** Compares the two tokens that are picked in the list, in the order in which they were picked. */
export function ComparePicked({ texts }: { texts: readonly string[] }) {
  const model = useModel();
  const [before, after] = texts;
  if (texts.length !== 2 || before === undefined || after === undefined) return null;
  const compare = async () => {
    const comparing = (await import('./comparing')).comparingOf(model);
    comparing.choose('before', before);
    comparing.choose('after', after);
    model.show('compare');
  };
  return (
    <button type="button" class="link" onClick={() => void compare()}>
      {model.language.say('cmp_open')}
    </button>
  );
}
