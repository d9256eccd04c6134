import {
  siteInWords,
  LEAD_DEPARTMENT_NAMES,
  matterInWords,
  REGIME_WORDS,
  REMOVAL_WORDS,
  replacementInWords,
  type PublicWords,
} from '@zhaoguan/contracts';
import type { FilingEndFacts, PublicReceipt, PublicSignature, RegisteredNumber } from '@zhaoguan/publication';
import type { ComponentChildren, VNode } from 'preact';
import { Day } from '../components/dates';
import { Digest } from '../components/digest';
import { Facts, Section } from '../components/facts';
import { Layout } from '../components/layout';
import { Mark } from '../components/marks';
import type { PageContext } from '../http/page-context';
import {
  ExpiredMark,
  FilingEndMark,
  filingEndText,
  RenewalNote,
  serviceFacts,
  StatusMark,
  TransitionNote,
} from './institution-words';
import { ReceiptForm } from './receipt-form';
import { Retracted, RetractedSince } from './receipt-retracted';
import { Superseded } from './receipt-versions';
import { Registrations, standingFacts } from './licence-standing';
import { comparedInWords, filedBeforeReceipts, printedFacts } from './receipt-words';
import { signatureFacts } from './signature-words';

/** The question: a filing number, as printed on the receipt. */
export function ReceiptFormPage({ context, words }: { context: PageContext; words: PublicWords }): VNode {
  const { proof, paper, number } = words;
  return (
    <Frame context={context} words={words} title={`${proof}验真`}>
      <h1>{proof}验真</h1>
      <p class="lead">
        机构出示的{proof}是不是真的，输入{paper}上的{number}就能核对，也可以扫{paper}上的二维码。
      </p>
      <ReceiptForm context={context} words={words} number="" />
    </Frame>
  );
}

interface AnswerProps {
  readonly context: PageContext;
  readonly words: PublicWords;
  readonly number: string;
  readonly found: {
    readonly receipt: PublicReceipt | undefined;
    readonly registered: RegisteredNumber | undefined;
    /** That the authority has ended the filing under this number. */
    readonly end: FilingEndFacts | undefined;
    /** Of the receipt in force. */
    readonly signature: PublicSignature | undefined;
  };
}

/**
 * The answer: what the receipt must say to be genuine; or that the number is in the register, but its receipt was issued
 * elsewhere; or that there is no such number.
 */
export function ReceiptPage({ context, number, found, words }: AnswerProps): VNode {
  const { receipt, registered, signature, end } = found;
  const title = titleOf(found, words);
  const regime = receipt?.regime ?? end?.regime ?? (registered ? 'FILING' : undefined);
  const { proof } = regime === undefined ? words : REGIME_WORDS[regime];
  return (
    <Frame context={context} words={words} title={title} number={number}>
      <h1>{proof}验真</h1>
      {end && (
        <p class="notice" role="status">
          <FilingEndMark filingEnd={end} /> {filingEndText(end)}
          <a href={context.href('/removals')}>查看注销、撤销决定</a>
        </p>
      )}
      {receipt && <Genuine context={context} receipt={receipt} signature={signature} end={end} />}
      {registered && <IssuedElsewhere context={context} registered={registered} />}
      {!receipt && !registered && !end && <Unknown number={number} words={words} />}
      <ReceiptForm context={context} words={words} number={receipt || registered || end ? '' : number} />
    </Frame>
  );
}

function titleOf({ receipt, registered, end }: AnswerProps['found'], words: PublicWords): string {
  if (end) return REMOVAL_WORDS[end.regime].ends[end.endedAs];
  if (receipt) return `这个${REGIME_WORDS[receipt.regime].number}是真的`;
  return registered ? '名录中有这个备案编号' : `没有这个${words.number}`;
}

/** Neither confirmed nor denied: we know the number, and never had the paper. */
function IssuedElsewhere(props: { context: PageContext; registered: RegisteredNumber }): VNode {
  const { context, registered } = props;
  return (
    <Section id="registered" title="名录中的记载">
      <p>
        <Mark tone="running">编号在册，回执不是由本系统出具</Mark>
      </p>
      <p>
        这个编号登记在名录中，回执是在本系统启用以前，或者由备案机关以其他方式出具的。本站没有回执原件，不能核对您手里那份回执的真假。
      </p>
      <Facts
        facts={[
          { name: '备案编号', value: <span class="mono">{registered.filingNumber}</span> },
          {
            name: '机构名称',
            value: <a href={context.href(`/institutions/${registered.institutionId}`)}>{registered.name}</a>,
          },
          { name: '机构类型', value: siteInWords(registered) },
          { name: '所在地', value: registered.districtName },
          {
            name: '备案日期',
            value: registered.filedOn === null ? '未记载' : <Day date={registered.filedOn} />,
          },
        ]}
      />
      <p>
        请先与上面各项核对，有一项不同就应当生疑。要核实回执原件，请向{registered.districtName}
        {LEAD_DEPARTMENT_NAMES[registered.kind]}查询，或者拨打 12345。
      </p>
    </Section>
  );
}

interface GenuineProps {
  readonly context: PageContext;
  readonly receipt: PublicReceipt;
  readonly signature: PublicSignature | undefined;
  readonly end: FilingEndFacts | undefined;
}

function Genuine({ context, receipt, signature, end }: GenuineProps): VNode {
  const [current, ...earlier] = receipt.versions.filter(({ retractedOn }) => retractedOn === null);
  const hasOthers = receipt.versions.length > 1;
  const { institution, regime, replacedBy, replacement } = receipt;
  const { number, date, proof: held } = REGIME_WORDS[regime];
  const proof = regime === 'LICENCE' ? held : '回执';
  const filedBefore = filedBeforeReceipts(receipt);
  // Of what the authority has ended, or a licence has taken the place of, no version is in force.
  const latest = end || replacedBy !== null ? '最后一版' : '现行';
  return (
    <Section id="receipt" title={`本站记载的${proof}`}>
      {replacedBy !== null && (
        <p class="notice" role="status">
          这个编号已由许可证{' '}
          <a href={context.href(`/receipts/${encodeURIComponent(replacedBy)}`)}>
            <span class="mono">{replacedBy}</span>
          </a>{' '}
          代替，不再是这家机构现在持有的证明。
          {replacement && replacementInWords(replacement)}
        </p>
      )}
      <RetractedSince context={context} receipt={receipt} />
      <TransitionNote until={receipt.transitionUntil} today={context.today} />
      {receipt.renewal && <RenewalNote renewal={receipt.renewal} />}
      <p>
        <Mark tone="good">编号属实</Mark>{' '}
        {receipt.standing?.state === 'EXPIRED' && <ExpiredMark on={receipt.validUntil} />}{' '}
        {institution && institution.status !== 'OPERATING' && <StatusMark status={institution.status} />}
      </p>
      <Facts
        facts={[
          { name: number, value: <span class="mono">{receipt.filingNumber}</span> },
          {
            name: '机构名称',
            value: institution ? (
              <a href={context.href(`/institutions/${institution.id}`)}>{receipt.name}</a>
            ) : (
              receipt.name
            ),
          },
          { name: '机构类型', value: siteInWords(receipt) },
          { name: '所在地', value: receipt.districtName },
          ...printedFacts(receipt),
          ...serviceFacts(institution?.statusStep, { filingEnd: end, regime }, context.today),
          ...(current && hasOthers
            ? [
                {
                  name: `${latest}${proof}`,
                  value: `第${current.version}版（${matterInWords({ regime, type: current.type, prolongs: current.prolongs })}）`,
                },
              ]
            : []),
          ...(filedBefore === null
            ? []
            : [
                {
                  name: date,
                  value: (
                    <>
                      <Day date={filedBefore} />
                      （名录记载，在本系统出具{proof}以前；请用下面的{proof}日期核对）
                    </>
                  ),
                },
              ]),
          {
            name: hasOthers ? `${latest}${proof}日期` : filedBefore === null ? date : `${proof}日期`,
            value: <Day date={receipt.filedOn} />,
          },
          ...standingFacts(receipt),
          {
            name: `${proof}文件摘要（SM3）`,
            value:
              receipt.sm3 === null ? (
                `${proof}正在生成`
              ) : (
                <Digest name={`${proof}文件摘要`} value={receipt.sm3} />
              ),
          },
          ...(receipt.sm3 === null ? [] : signatureFacts(context, signature)),
        ]}
      />
      <p>
        请逐项核对：{comparedInWords(receipt)}有一项和您手里的{proof}不同，那份{proof}就不是{latest}的{proof}
        {earlier.length > 0 && `；与下面以前的某一版相同的，曾经是真的，已经由${latest}${proof}代替`}
        {earlier.length + 1 < receipt.versions.length &&
          `；与下面已经准予撤回的相同的，是本站出具的，不再有效`}
        {hasOthers ? '，都不相同的不是真的' : '，不是真的'}。
        {current?.type === 'CLOSURE' && '终止服务的回执只写终止的安排，不写负责人和规模。'}
        {receipt.siteType === 'HOME' &&
          '家庭托育点设在住宅里，这里公布的地址只到区县或者乡镇（街道）；它是回执上地址的开头部分的，不算不同。'}
        手里有电子文件的，还可以<a href={context.href('/papers')}>核对文件</a>，确认内容没有改动。
      </p>
      {earlier.length > 0 && (
        <Superseded versions={earlier} regime={regime} kind={receipt.kind} latest={latest} />
      )}
      <Retracted context={context} receipt={receipt} />
      <Registrations context={context} receipt={receipt} />
    </Section>
  );
}

function Unknown({ number, words }: { number: string; words: PublicWords }): VNode {
  return (
    <div class="notice" role="status">
      <p>
        <strong>
          没有查到{words.number} {number}
        </strong>
      </p>
      <p>
        请先核对编号有没有输错。编号无误仍查不到的，这份{words.paper}不是本系统发出的，请拨打 12345
        向主管部门核实。
      </p>
    </div>
  );
}

interface FrameProps {
  readonly context: PageContext;
  readonly words: PublicWords;
  readonly title: string;
  readonly number?: string;
  readonly children: ComponentChildren;
}

function Frame({ context, words, title, number, children }: FrameProps): VNode {
  const above = { name: '文书核验', path: '/papers' };
  const here = { name: words.check, ...(number === undefined ? {} : { path: '/receipts' }) };
  return (
    <Layout
      context={context}
      title={title}
      description={`核对养老机构、托育机构${words.proof}的真伪。`}
      crumbs={number === undefined ? [above, here] : [above, here, { name: number }]}
    >
      {children}
    </Layout>
  );
}
