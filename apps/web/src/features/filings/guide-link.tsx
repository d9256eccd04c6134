import { REGIME_WORDS } from '@zhaoguan/contracts';
import { guideAddress, type GuideWanted } from './guide-address';

/** To the guide (办事指南) of what is about to be filed, on the public site. */
export function GuideLink(wanted: GuideWanted) {
  const { type, regime = 'FILING' } = wanted;
  return (
    <a href={guideAddress(wanted)} target="_blank" rel="noreferrer">
      {REGIME_WORDS[regime].types[type]}办事指南（另开新页）
    </a>
  );
}
