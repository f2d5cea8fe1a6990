import '../css/welcome.css';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Icon } from '../Icon';
import { useLanguage, useModel } from '../model/model';
import type { News as Told } from '../surroundings';

/** After an update, until it is put away: the version, and what is new in a few words. */
export function News() {
  const { surroundings } = useModel();
  const language = useLanguage();
  const news = useSignal<Signal<Told> | undefined>(undefined);
  useEffect(() => {
    void surroundings.news().then((found) => {
      news.value = found;
    });
  }, [surroundings, news]);
  const version = news.value?.value.version;
  // Who is new has no use for what changed.
  if (version === undefined || !surroundings.settings.value.welcomed) return null;
  const done = () => {
    if (news.value) news.value.value = {};
  };
  return (
    <section class="greeting" aria-label={language.say('news_title', [version])}>
      <header>
        <p>
          <strong>{language.say('news_title', [version])}</strong>{' '}
          {language.code('news', version.replaceAll('.', '_'))}
        </p>
        <button type="button" class="tool" title={language.say('welcome_done')} onClick={done}>
          <Icon name="close" />
          <span class="unseen">{language.say('welcome_done')}</span>
        </button>
      </header>
    </section>
  );
}
