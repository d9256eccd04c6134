import {
  GRADE_LABELS,
  siteInWords,
  LEGAL_FORM_LABELS,
  OWNERSHIP_LABELS,
  postInWords,
  REGIME_WORDS,
} from '@zhaoguan/contracts';
import type { InstitutionRecord } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Day, dayOf, longDate } from '../components/dates';
import { type Fact, Facts, Section } from '../components/facts';
import { Layout } from '../components/layout';
import { GradeMark } from '../components/marks';
import type { PageContext } from '../http/page-context';
import {
  capacityText,
  ExpiredMark,
  ExpiredNote,
  FilingEndMark,
  filingEndText,
  RenewalNote,
  StatusMark,
  serviceFacts,
  stepText,
  TransitionNote,
} from './institution-words';
import { Lineage } from './institution-lineage';
import { penaltyText, publicationDelay, ResultMark } from './record-words';

interface PartProps {
  readonly context: PageContext;
  readonly record: InstitutionRecord;
}

/** One institution: who it is, whether it is filed, what inspections found, what penalties are in force, why its grade. */
export function InstitutionPage({ context, record }: PartProps): VNode {
  return (
    <Layout
      context={context}
      title={record.name}
      description={`${record.name}的${REGIME_WORDS[record.regime].held}、检查、处罚和信用情况。`}
      crumbs={[{ name: '查机构', path: '/institutions' }, { name: record.name }]}
    >
      <div class="title">
        <h1>{record.name}</h1>
        <GradeMark grade={record.grade} long />
        {record.status !== 'OPERATING' && <StatusMark status={record.status} />}
        <ExpiredMark on={record.licenceExpiredOn} />
        {record.filingEnd && <FilingEndMark filingEnd={record.filingEnd} />}
      </div>
      <ExpiredNote on={record.licenceExpiredOn} />
      {record.filingEnd && (
        <p class="notice" role="status">
          {filingEndText(record.filingEnd)}
          <a href={context.href('/removals')}>查看注销、撤销决定</a>
        </p>
      )}
      {record.filingEnd === null && record.statusStep?.inForce === false && (
        <p class="notice" role="status">
          这家机构{stepText(record.statusStep, record.regime, context.today)}。
        </p>
      )}
      <p class="lead">
        {siteInWords(record)} · {record.districtName} · {capacityText(record)}
      </p>
      <LastInspection context={context} record={record} />
      <Filing context={context} record={record} />
      <Lineage context={context} record={record} />
      <Inspections context={context} record={record} />
      <Penalties context={context} record={record} />
      <Grade context={context} record={record} />
      <Particulars record={record} />
    </Layout>
  );
}

function LastInspection({ context, record }: PartProps): VNode {
  const last = latestOf(record);
  if (!last) return <p class="notice">本站没有这家机构的检查记录，尚未公布过检查结果。</p>;
  return (
    <p>
      最近检查 <Day date={last.inspectedOn} today={context.today} />{' '}
      <ResultMark result={last.result} label={last.resultLabel} />
    </p>
  );
}

function latestOf({ latestResults }: InstitutionRecord) {
  return [...latestResults].sort((a, b) => b.inspectedOn.localeCompare(a.inspectedOn))[0];
}

function Filing({ context, record }: PartProps): VNode {
  const { filingNumber, filedOn, receiptIssued, formerNames, regime, validUntil } = record;
  const words = REGIME_WORDS[regime];
  return (
    <Section id="filing" title={words.held}>
      {record.filingEnd === null && <TransitionNote until={record.transitionUntil} today={context.today} />}
      {record.renewal && <RenewalNote renewal={record.renewal} />}
      <Facts
        facts={[
          {
            name: words.number,
            value:
              filingNumber === null ? (
                '名录中没有备案编号，请向当地主管部门核实'
              ) : (
                <>
                  <span class="mono">{filingNumber}</span>{' '}
                  <a href={context.href(`/receipts/${encodeURIComponent(filingNumber)}`)}>
                    {receiptIssued
                      ? `验证${regime === 'LICENCE' ? words.proof : '回执'}真伪`
                      : '回执不是由本系统出具，查看说明'}
                  </a>
                </>
              ),
          },
          ...(record.authorityName === null
            ? []
            : [{ name: `${words.held}机关`, value: record.authorityName }]),
          {
            name: words.date,
            value: filedOn === null ? '未记载' : <Day date={filedOn} today={context.today} />,
          },
          ...(regime === 'LICENCE'
            ? [{ name: '有效期至', value: validUntil === null ? '长期' : <Day date={validUntil} /> }]
            : []),
          { name: '统一社会信用代码', value: <span class="mono">{record.uscc}</span> },
          ...(formerNames.length === 0 ? [] : [{ name: '曾用名', value: formerNames.join('、') }]),
          ...serviceFacts(record.statusStep, record, context.today),
        ]}
      />
    </Section>
  );
}

function Inspections({ context, record }: PartProps): VNode {
  const { latestResults, status } = record;
  return (
    <Section id="inspections" title="检查记录">
      {latestResults.length === 0 ? (
        <p>从未检查，或者检查结果尚未公布。检查完成后，结果在 20 个工作日内公布。</p>
      ) : (
        <ol class="timeline">
          {latestResults.map((result) => (
            <li key={result.id}>
              <h3>
                <a href={context.href(`/inspection-results/${result.id}`)}>{longDate(result.inspectedOn)}</a>
              </h3>
              <p>
                <ResultMark result={result.result} label={result.resultLabel} />
              </p>
              {result.failedItems.length > 0 && (
                <p>不符合：{result.failedItems.map(({ title }) => title).join('、')}</p>
              )}
              <p class="quiet">
                {result.agency} · {longDate(dayOf(result.publishedAt))}公布，{publicationDelay(result)}
              </p>
            </li>
          ))}
        </ol>
      )}
      {status !== 'CLOSED' && (
        <p class="fine">
          下次检查什么时候来、由谁来，由<a href={context.href('/draws')}>双随机抽取</a>决定，事先不告诉机构。
        </p>
      )}
    </Section>
  );
}

function Penalties({ context, record }: PartProps): VNode {
  const { penaltiesInForce } = record;
  return (
    <Section id="penalties" title="行政处罚">
      {penaltiesInForce.length === 0 ? (
        <p>没有正在公示的行政处罚。</p>
      ) : (
        <ul class="records">
          {penaltiesInForce.map((penalty) => (
            <li key={penalty.id}>
              <a href={context.href(`/penalties/${penalty.id}`)}>{penalty.decisionNumber}</a>
              <p>{penalty.violation}</p>
              <p>{penaltyText(penalty)}</p>
              <p class="quiet">
                {penalty.authority} · {longDate(penalty.decidedOn)}决定，公示至{longDate(penalty.publicUntil)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Grade({ context, record }: PartProps): VNode {
  const { grade, gradeSince, gradeReasons } = record;
  return (
    <Section id="grade" title={`为什么是 ${grade} 级`}>
      <p>
        {grade} 级是“{GRADE_LABELS[grade]}”
        {gradeSince !== null && (
          <>
            ，自 <Day date={gradeSince} today={context.today} /> 起
          </>
        )}
        。每家机构从同一个起评分算起（导入名录时已有等级的，以该等级起评），减去扣分，加上加分，得分在哪一档就是哪一级；检查发现重大问题的，改正以前为
        D 级。等级由系统按公开的规则计算，只用来决定抽查的比例和频次，不是服务质量评定。
      </p>
      {gradeReasons.length === 0 ? (
        <p>目前没有影响等级的公开记录。</p>
      ) : (
        <ul class="text">
          {gradeReasons.map(({ text, direction, on }) => (
            <li key={text}>
              {direction === 'BONUS' ? '加分：' : '扣分：'}
              {text}
              {!text.startsWith(longDate(on)) && `（${longDate(on)}起计）`}
            </li>
          ))}
        </ul>
      )}
      <p class="fine">这里列出可以公开的记录。依法不公示的记录（如轻微的行政处罚）也计分，不列在这里。</p>
      <p class="more">
        <a href={context.href('/credit-rules')}>信用规则：每一项扣多少分、多久失效</a>
      </p>
    </Section>
  );
}

/** What was filed for the public to compare; of prices also that there are none. */
function publishedFacts({ particulars, staff, siteType }: InstitutionRecord): readonly Fact[] {
  const fees = particulars.some(({ name }) => name === 'fees')
    ? []
    : [{ name: '收费标准', value: '机构没有通过本站公示收费，办理前请向机构索取书面收费标准' }];
  return [
    ...particulars.map(({ label, value }) => ({
      name: label,
      value: value.includes('；') ? <FactLines lines={value.split('；')} /> : value,
    })),
    ...(staff.length === 0
      ? []
      : [
          {
            name: '在职人员',
            value: `${staff.map(({ post, people }) => `${postInWords(post, siteType)} ${people} 人`).join('、')}（机构登记）`,
          },
        ]),
    ...fees,
  ];
}

function FactLines({ lines }: { readonly lines: readonly string[] }): VNode {
  return (
    <ul class="text">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Particulars({ record }: Pick<PartProps, 'record'>): VNode {
  const { servicePhone, ownership, legalRepresentative } = record;
  return (
    <Section id="particulars" title="机构情况">
      <Facts
        facts={[
          { name: '地址', value: record.address },
          {
            name: '服务电话',
            value:
              servicePhone === null ? '机构没有公布' : <a href={`tel:${servicePhone}`}>{servicePhone}</a>,
          },
          { name: record.kind === 'CHILDCARE' ? '托位' : '床位', value: capacityText(record) },
          ...publishedFacts(record),
          // A 家庭托育点 is not asked for it.
          record.siteType === 'HOME' && ownership === null
            ? null
            : { name: '举办性质', value: ownership === null ? '未记载' : OWNERSHIP_LABELS[ownership] },
          { name: '法人类型', value: LEGAL_FORM_LABELS[record.legalForm] },
          legalRepresentative === null ? null : { name: '法定代表人', value: legalRepresentative },
          { name: '录入名录', value: <Day date={dayOf(record.registeredAt)} /> },
        ]}
      />
    </Section>
  );
}
