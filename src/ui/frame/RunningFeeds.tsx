import type { FeedState } from '../../core/traffic/coverage';
import { type RunningFeed, runningFeeds } from '../../core/traffic/running';
import type { Language } from '../language';
import { useLanguage } from '../model/model';

/** The feeds that run for the page, and since when. */
export function RunningFeeds({ feeds }: { feeds: FeedState }) {
  const language = useLanguage();
  const running = runningFeeds(feeds);
  const texts = running.map((feed) => feedText(feed, language));
  return <p>{texts.length > 0 ? texts.join(' ') : language.say('feed_none')}</p>;
}

function feedText({ feed, sinceMs }: RunningFeed, language: Language): string {
  if (sinceMs === undefined) return language.code('feed', feed);
  return language.code('feed', `${feed}-since`, [language.clock(sinceMs)]);
}
