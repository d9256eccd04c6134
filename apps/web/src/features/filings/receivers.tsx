import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { REMOVAL_WORDS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { api, bodyOf } from '../../shared/api/client';
import { dayInWords } from '../../shared/ui/dates';
import { Panel } from '../../shared/ui/panel';
import type { Filing } from './queries';

export type Receiver = Schemas['ReceiverDto'];

/** Whom a notice names as taking people in, as the register knows them; asked anew when the draft is saved. */
export function useReceivers({ id, type, version, updatedAt }: Filing) {
  return useQuery({
    queryKey: ['filing', id, 'receivers', version, updatedAt],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/filings/{id}/receivers', { params: { path: { id } } }))).items,
    enabled: type === 'CLOSURE' || type === 'SUSPENSION',
  });
}

/** What a capacity counts. */
export const PLACES: Readonly<Record<Filing['kind'], string>> = {
  ELDERLY_CARE: '张床位',
  CHILDCARE: '个托位',
};
const STATUS = { OPERATING: '正在服务', SUSPENDED: '暂停服务', CLOSED: '已终止服务' } as const;

const endInWords = ({ regime, endedAs, endedOn }: Receiver['known'][number]): string =>
  endedAs === null
    ? ''
    : `${REMOVAL_WORDS[regime].ends[endedAs]}${endedOn === null ? '' : `（${dayInWords(endedOn)}）`}`;

function stopInWords({ stopsAs, stopsOn }: Receiver['known'][number]): string {
  const stop = stopsAs === 'close' ? '终止服务' : '暂停服务';
  return stopsOn === null ? `已办理${stop}，尚未生效` : `将于${dayInWords(stopsOn)}${stop}`;
}

function askInWords({ asks }: Receiver['known'][number]): string {
  const stop = asks?.as === 'close' ? '终止服务' : '暂停服务';
  const from = asks?.from ? `自${dayInWords(asks.from)}起` : '';
  return `已申请${from}${stop}，尚未决定`;
}

/** What the register says of one; how many live there it does not know. */
export function receiverInWords({ name, people, known, doubt }: Receiver, kind: Filing['kind']): string {
  const who = people === null ? `承接机构“${name}”` : `“${name}”（接收 ${people} 人）`;
  const one = known.find(({ status, endedAs }) => status !== 'CLOSED' && endedAs === null) ?? known[0];
  const register = one === undefined || one.name === name ? '名录中' : `名录中现名“${one.name}”，`;
  switch (doubt) {
    case 'UNKNOWN':
      return `${who}：名录中没有这个名称的机构，请核对名称，并确认它能够接收。`;
    case 'ITSELF':
      return `${who}：就是本件的机构，请另写接收的机构。`;
    case 'SEVERAL':
      return `${who}：名录中有 ${known.length} 家同名的机构：${known.map(({ address }) => address).join('；')}。是哪一家，请在说明中写明地址，并与对方核实。`;
    case 'FILING_ENDED':
      return `${who}：${register}${one === undefined ? '' : endInWords(one)}，请另选接收的机构；仍然转入的，请先核实它能否继续服务。`;
    case 'NOT_OPERATING':
      return `${who}：${register}${one === undefined ? '' : STATUS[one.status]}，不能接收，请核对。`;
    case 'ABOUT_TO_STOP':
      return `${who}：${register}${one === undefined ? '' : stopInWords(one)}，请另选接收的机构，或者核实它届时能否接收。`;
    case 'ASKS_TO_STOP':
      return `${who}：${one === undefined ? '' : askInWords(one)}，请与两家核对这些人的去向。`;
    case 'TOO_FEW_PLACES':
      return `${who}：${register}共 ${one?.capacity ?? 0} ${PLACES[kind]}，少于接收的人数，请核对。`;
    case null:
      return `${who}：${register}${one === undefined ? '' : `${STATUS[one.status]}，共 ${one.capacity} ${PLACES[kind]}`}；空余多少请与对方核实。`;
  }
}

/** What stands against it, for who decides: open questions are repeated before the decision. */
export const doubtsInWords = (receivers: readonly Receiver[] = [], kind: Filing['kind']): string[] =>
  receivers.filter(({ doubt }) => doubt !== null).map((receiver) => receiverInWords(receiver, kind));

/** Beside the notice, for who fills it in and for who decides. */
export function ReceiversPanel({ filing }: { readonly filing: Filing }) {
  const { data = [] } = useReceivers(filing);
  if (data.length === 0) return null;
  return (
    <Panel title="接收机构在名录中的情况">
      <ReceiverList receivers={data} kind={filing.kind} />
    </Panel>
  );
}

interface ReceiverListProps {
  readonly receivers: readonly Receiver[];
  readonly kind: Filing['kind'];
}

export function ReceiverList({ receivers, kind }: ReceiverListProps) {
  return (
    <ul>
      {receivers.map((receiver) => (
        <li key={receiver.name}>
          {receiverInWords(receiver, kind)}
          {receiver.doubt === 'ASKS_TO_STOP' && <ToAsked receiver={receiver} />}
        </li>
      ))}
    </ul>
  );
}

function ToAsked({ receiver: { known } }: { readonly receiver: Receiver }) {
  const asks = known.map((each) => each.asks).find((each) => each !== null);
  return asks ? (
    <div>
      <Link to={`/filings/${asks.filingId}`}>查看它的申请</Link>
    </div>
  ) : null;
}
