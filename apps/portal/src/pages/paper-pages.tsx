import { isIntakeSlip, paperEndWords, replacementInWords } from '@zhaoguan/contracts';
import type { PaperQuestion, PublicPaper } from '@zhaoguan/publication';
import type { ComponentChildren, VNode } from 'preact';
import { Day } from '../components/dates';
import { Digest } from '../components/digest';
import { Facts, Section, type Fact } from '../components/facts';
import { Layout } from '../components/layout';
import { Mark } from '../components/marks';
import type { PageContext } from '../http/page-context';
import { FilingEndMark, filingEndText, serviceFacts, StatusMark } from './institution-words';
import { standingText } from './licence-standing';
import { PaperForms } from './paper-forms';
import { SIGNING_KEYS_PATH, signatureFacts } from './signature-words';

/** The question: number and code as printed on the paper, or the file itself. */
export function PaperFormPage({ context, fault }: { context: PageContext; fault?: string }): VNode {
  return (
    <Frame context={context} title="文书核验">
      <p class="lead">
        回执、证书、告知书、通知书、决定书是不是主管部门出具的，现在是不是还有效，可以在这里核对，也可以扫文书上的二维码。
      </p>
      <PaperForms context={context} fault={fault} />
      <p>
        核对<a href={context.href('/receipts')}>回执、证书</a>只要输入编号。文书都有电子签名，公钥见
        <a href={context.href(SIGNING_KEYS_PATH)}>文书签名的公钥</a>。
      </p>
      <PenaltyPapers context={context} />
    </Frame>
  );
}

interface AnswerProps {
  readonly context: PageContext;
  readonly asked: PaperQuestion;
  readonly paper: PublicPaper | undefined;
}

/** The answer: what the paper must be to be genuine, or that no such paper was given out. */
export function PaperPage({ context, asked, paper }: AnswerProps): VNode {
  const title = paper ? '这份文书是真的' : '没有这份文书';
  return (
    <Frame context={context} title={title} answered>
      {paper ? (
        <Genuine context={context} asked={asked} paper={paper} />
      ) : (
        <Unknown context={context} asked={asked} />
      )}
      <PaperForms context={context} />
    </Frame>
  );
}

function Genuine({ context, asked, paper }: AnswerProps & { paper: PublicPaper }): VNode {
  const { title, version, authority, issuedOn, addressee, isPublic, sm3, endedAs, signature, standing } =
    paper;
  const byFile = asked.sm3 !== undefined;
  const later = standing?.replacement ? replacementInWords(standing.replacement) : null;
  return (
    <Section id="paper" title={byFile ? '您核对的文件' : '本站记载的文书'}>
      <p>
        <Mark tone="good">{byFile ? '文件属实，没有改动' : '文书属实'}</Mark>{' '}
        {endedAs === null ? (
          <Mark tone="good">现行有效</Mark>
        ) : (
          <Mark tone={isIntakeSlip(paper.kind) ? 'good' : 'stopped'}>
            {paperEndWords({ ...paper, endedAs })}
          </Mark>
        )}{' '}
        {standing?.status && standing.status !== 'OPERATING' && <StatusMark status={standing.status} />}
      </p>
      {standing?.filingEnd && (
        <p class="notice" role="status">
          <FilingEndMark filingEnd={standing.filingEnd} /> {filingEndText(standing.filingEnd)}
          <a href={context.href('/removals')}>查看注销、撤销决定</a>
        </p>
      )}
      {later !== null && (
        <p class="notice" role="status">
          {later}
        </p>
      )}
      <Facts
        facts={[
          { name: '文书', value: version === null || version === 1 ? title : `${title}（第${version}版）` },
          { name: version === null ? '文号' : '编号', value: <Number context={context} paper={paper} /> },
          authority === null ? null : { name: '出具机关', value: authority },
          { name: '日期', value: <Day date={issuedOn} /> },
          isPublic ? { name: '送达的机构', value: addressee } : null,
          ...licenceFacts(context, paper),
          ...restoredFacts(context, paper),
          ...(standing ? serviceFacts(standing.statusStep, standing, context.today) : []),
          {
            name: '文件摘要（SM3）',
            value: sm3 === null ? '文书正在制作' : <Digest name="文件摘要" value={sm3} />,
          },
          ...(sm3 === null ? [] : signatureFacts(context, signature ?? undefined)),
        ]}
      />
      {!isPublic && <p>这份文书只与当事人有关，内容不公开；本站只确认它是真的。</p>}
      {!byFile && (
        <p>
          请逐项核对：有一项和您手里的文书不同，那份文书就不是真的。手里有电子文件的，还可以在下面“核对文件”，确认内容没有改动。
        </p>
      )}
    </Section>
  );
}

function Number({
  context,
  paper: { number, version },
}: {
  context: PageContext;
  paper: PublicPaper;
}): VNode {
  if (version === null) return <span>{number}</span>;
  return <a href={context.href(`/receipts/${encodeURIComponent(number)}`)}>{number}</a>;
}

/** What has become of the licence, as its own check says it; of the decision that grants it also which one it is. */
function licenceFacts(context: PageContext, { kind, standing }: PublicPaper): Fact[] {
  const licence = standing?.licence ?? null;
  if (licence === null) return [];
  const state = { name: '许可证状态', value: standingText(licence.standing) };
  if (kind === 'RECEIPT') return [state];
  const href = context.href(`/receipts/${encodeURIComponent(licence.number)}`);
  const name = kind === 'LICENCE_GRANT' ? '准予的许可证' : '许可证';
  return [{ name, value: <a href={href}>{licence.number}</a> }, state];
}

/** Of the paper by which something was taken back: the receipt that stood again, and what has become of it. */
function restoredFacts(context: PageContext, { standing }: PublicPaper): Fact[] {
  const restored = standing?.restored ?? null;
  if (restored === null) return [];
  const { number, version, endedAs } = restored;
  const now = endedAs === null ? '现行有效' : paperEndWords({ kind: 'RECEIPT', ...restored, endedAs });
  const href = context.href(`/receipts/${encodeURIComponent(number)}`);
  const value = (
    <>
      <a href={href}>{number}</a>（第{version}版），{now}
    </>
  );
  return [{ name: '恢复有效的回执', value }];
}

/** Papers of penalty cases bear no code and no signature: who holds one compares it with what is published. */
function PenaltyPapers({ context }: { context: PageContext }): VNode {
  return (
    <p>
      行政处罚的告知书、决定书没有核验码和电子签名，不在这里核验：处罚决定请按机构名称在
      <a href={context.href('/penalties')}>行政处罚公示</a>中核对，告知书请向作出处罚的机关核实。
    </p>
  );
}

function Unknown({
  context,
  asked: { sm3, number, code },
}: {
  context: PageContext;
  asked: PaperQuestion;
}): VNode {
  return (
    <div class="notice" role="status">
      <p>
        <strong>
          {sm3 === undefined
            ? '没有查到这份文书'
            : '没有查到这个文件：它不是可以在这里核验的文书，或者被改动过'}
        </strong>
      </p>
      {sm3 !== undefined ? (
        <p>
          文件的 SM3 摘要是 <span class="mono">{sm3}</span>
          ，与可以在这里核验的任何一份文书都不同。打印以后扫描的、另存过的文件也会不同，请改用文号和核验码核对。
        </p>
      ) : (
        <p>
          请先核对文号{number === undefined ? '' : ` ${number} `}和核验码有没有输错。
          {code === undefined && '补正通知书等只与当事人有关的文书，须同时输入文书上的核验码。'}
          回执、证书请只输入编号，在<a href={context.href('/receipts')}>核对回执、证书</a>中核对。
          输入无误仍查不到的，除行政处罚的文书以外，不是本系统出具的，请拨打 12345 向主管部门核实。
        </p>
      )}
      <PenaltyPapers context={context} />
    </div>
  );
}

interface FrameProps {
  readonly context: PageContext;
  readonly title: string;
  readonly answered?: boolean;
  readonly children: ComponentChildren;
}

function Frame({ context, title, answered = false, children }: FrameProps): VNode {
  return (
    <Layout
      context={context}
      title={title}
      description="核对主管部门文书的真伪和效力。"
      crumbs={
        answered ? [{ name: '文书核验', path: '/papers' }, { name: '核验结果' }] : [{ name: '文书核验' }]
      }
    >
      <h1>文书核验</h1>
      {children}
    </Layout>
  );
}
