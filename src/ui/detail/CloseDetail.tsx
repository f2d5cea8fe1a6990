import { Icon } from '../Icon';
import { useModel } from '../model/model';

/** Leads from another view back to the token. */
export function CloseDetail() {
  const { detail, language } = useModel();
  const back = () => {
    detail.value = 'token';
  };
  return (
    <button type="button" class="tool" title={language.say('wb_close')} onClick={back}>
      <Icon name="close" />
      <span class="unseen">{language.say('wb_close')}</span>
    </button>
  );
}
