import { caseWords, type Regime } from '@zhaoguan/contracts';
import { dayInWords } from '../../shared/ui/dates';
import type { Filing } from './queries';

type StatusFiling = 'SUSPENSION' | 'RESUMPTION' | 'CLOSURE';
type Told = 'PROLONGING' | StatusFiling;

/** Whether it tells that the service stops, stays stopped, goes on or ends. */
export const isNotice = (type: Filing['type']): type is StatusFiling =>
  type !== 'INITIAL' && type !== 'CHANGE';

const toldBy = (type: StatusFiling, prolongs: Filing['prolongs']): Told =>
  prolongs === null ? type : 'PROLONGING';

/** After what an institution told of its service was taken note of: what it says is not what a filing at the start says. */
const NEXT: Readonly<Record<Told, string>> = {
  SUSPENSION:
    '暂停服务已经办结。准备恢复时，先办理“恢复服务”，办结以后再恢复营业；不能如期恢复的，办理“延长暂停服务”。',
  PROLONGING:
    '延长暂停服务已经办结。准备恢复时，先办理“恢复服务”，办结以后再恢复营业；仍不能如期恢复的，再次办理延长或者办理终止服务。',
  RESUMPTION: '恢复服务已经办结，自填报的恢复日起重新列为在营。',
  CLOSURE: '终止服务已经办结，生效以后不能恢复。安置、退费还没有办完的，请按安置方案办完。',
};

export const nextOfNotice = ({
  type,
  prolongs,
}: {
  readonly type: StatusFiling;
  readonly prolongs: Filing['prolongs'];
}): string => NEXT[toldBy(type, prolongs)];

const registered = (regime: Regime): string => (regime === 'LICENCE' ? '登记' : '备案');

const STATUS_AFTER: Readonly<Record<StatusFiling, (regime: Regime) => string>> = {
  SUSPENSION: (regime) =>
    `名录中这家机构改为“暂停服务”，公众可以查询；暂停期间不列入抽取，恢复以前须办理恢复服务${registered(regime)}。`,
  RESUMPTION: () => '名录中这家机构改为“在营”，公众可以查询，重新列入抽取。',
  CLOSURE: (regime) =>
    `名录中这家机构改为“已终止”，公众可以查询，不能恢复；重新开办的另行${regime === 'LICENCE' ? '申请许可' : '首次备案'}。`,
};

type Noticed = Pick<Filing, 'regime'> & {
  readonly prolongs?: Filing['prolongs'];
  readonly institution: Pick<Filing['institution'], 'notice'>;
};

/** What becomes of the institution, and on which day, as it was filed; of what prolongs a suspension, what was before and is then. */
export function statusAfter(
  type: StatusFiling,
  { regime, institution: { notice }, prolongs = null }: Noticed,
): string {
  if (prolongs !== null) {
    const was = prolongs.until === null ? '' : `由${dayInWords(prolongs.until)}`;
    const now = notice?.endsOn ? dayInWords(notice.endsOn) : '填报的日期';
    return `名录中这家机构仍为“暂停服务”，预计恢复服务日${was}改为${now}，公众可以查询；恢复以前须办理恢复服务${registered(regime)}。`;
  }
  const day = notice?.startsOn ? `${dayInWords(notice.startsOn)}起` : '从填报的日期起';
  return `${day}，${STATUS_AFTER[type](regime)}`;
}

/** For who hands a notice in: what follows when it is accepted; nothing for any other filing. */
export function afterNotice(filing: Noticed & Pick<Filing, 'type'>): string[] {
  const { type, regime } = filing;
  if (!isNotice(type)) return [];
  const { authority, accept } = caseWords({ regime, type });
  return [`${authority}${regime === 'LICENCE' ? accept : '准予'}以后，${statusAfter(type, filing)}`];
}
