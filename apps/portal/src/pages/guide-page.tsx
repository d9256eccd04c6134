import { findTerm, KIND_LABELS, KINDS, type Kind, type MaterialRow, type TermRow } from '@zhaoguan/contracts';
import type { VNode } from 'preact';
import { Section } from '../components/facts';
import { Layout } from '../components/layout';
import type { PageContext } from '../http/page-context';

export interface GuideData {
  readonly materials: readonly MaterialRow[];
  readonly terms: readonly TermRow[];
}

const NATIONWIDE = '000000';
const UNITS: Readonly<Record<TermRow['unit'], string>> = {
  WORKING_DAY: '个工作日',
  DAY: '日',
  MONTH: '个月',
  YEAR: '年',
  HOUR: '小时',
  FEN: '分',
  COUNT: '',
  BASIS_POINT: '/10000',
  SQUARE_METRE: '平方米',
};

/** 办事指南: what a family should look at, and what an operator must hand in. Terms and lists come from the reference data. */
export function GuidePage({ context, data }: { context: PageContext; data: GuideData }): VNode {
  return (
    <Layout
      context={context}
      title="办事指南"
      description="怎样选养老机构、托育机构，怎样办理备案，怎样投诉举报。"
      crumbs={[{ name: '办事指南' }]}
    >
      <h1>办事指南</h1>
      <ForFamilies context={context} data={data} />
      <Complaints />
      {KINDS.map((kind) => (
        <Filing key={kind} kind={kind} siteType={null} context={context} data={data} />
      ))}
      <Filing kind="CHILDCARE" siteType="HOME" context={context} data={data} />
    </Layout>
  );
}

interface PartProps {
  readonly context: PageContext;
  readonly data: GuideData;
}

/** “12 个月” by the nationwide rule in force today; nothing where there is none. */
function termText({ context, data }: PartProps, code: string, kind: Kind): string | undefined {
  const term = findTerm(data.terms, { code, kind, district: NATIONWIDE, on: context.today });
  return term && `${term.value} ${UNITS[term.unit]}`.trim();
}

function ForFamilies(props: PartProps): VNode {
  const { context } = props;
  const period = termText(props, 'PREPAID_PERIOD_MAX', 'ELDERLY_CARE');
  const deposit = termText(props, 'PREPAID_DEPOSIT_MULTIPLE', 'ELDERLY_CARE');
  return (
    <Section id="families" title="给老人、孩子选机构">
      <ol class="text">
        <li>
          <a href={context.href('/institutions')}>查机构</a>
          ：看有没有备案编号，最近一次检查是什么时候、结果怎样，有没有处罚。
        </li>
        <li>
          请机构出示备案回执，用回执上的编号<a href={context.href('/receipts')}>验真</a>。
        </li>
        <li>到现场看一看：消防通道是不是畅通，厨房和居室是不是干净，工作人员够不够。</li>
        <li>先看合同再交钱：收费项目、退费办法要写在合同里，索要发票或者收据。</li>
        {period !== undefined && deposit !== undefined && (
          <li>
            养老机构一次预收的费用最多 {period}，押金最多为月床位费的 {deposit}{' '}
            倍。用会员卡、高额返利等名义收钱的，不要交。
          </li>
        )}
      </ol>
    </Section>
  );
}

function Complaints(): VNode {
  return (
    <Section id="complaints" title="投诉和举报">
      <p>
        请拨打 <a href="tel:12345">12345</a> 政务服务便民热线，说明机构名称、时间和事情经过。
      </p>
      <p>养老机构的由民政部门办理，托育机构的由卫生健康部门办理。举报人的姓名和联系方式依法保密。</p>
    </Section>
  );
}

interface FilingProps extends PartProps {
  readonly kind: Kind;
  /** 家庭托育点 files in a way of its own. */
  readonly siteType: 'HOME' | null;
}

const HOME = '家庭托育点';

function Filing({ kind, siteType, context, data }: FilingProps): VNode {
  const materials = data.materials.filter(
    (row) =>
      row.kind === kind &&
      row.siteType === siteType &&
      row.filingType === 'INITIAL' &&
      row.jurisdiction === NATIONWIDE,
  );
  const most = siteType && termText({ context, data }, 'HOME_MAXIMUM_CHILDREN', kind);
  const receipt = termText({ context, data }, 'FILING_RECEIPT', kind);
  const due = termText({ context, data }, 'FILING_DUE', kind);
  const correction = termText({ context, data }, 'FILING_CORRECTION', kind);
  const laws = [...new Set(materials.map(({ basis }) => basis.law))];
  return (
    <Section
      id={siteType ? 'filing-home' : `filing-${kind === 'CHILDCARE' ? 'childcare' : 'elderly-care'}`}
      title={`${siteType ? HOME : KIND_LABELS[kind]}怎样备案`}
    >
      <p>
        {most && `在住宅内收托 3 岁以下婴幼儿，最多 ${most} 人；超过的按托育机构备案。`}
        {siteType ? '营利性的先办理市场主体登记' : '先办理法人登记'}，再向服务场所所在地县级
        {kind === 'CHILDCARE' ? '卫生健康' : '民政'}
        部门备案。
        {due !== undefined && `养老机构应当在首次收住老年人后 ${due}内备案。`}
        {receipt !== undefined && `材料齐全的，${receipt}内出具备案回执。`}
      </p>
      <h3>到哪里办</h3>
      <ul class="text">
        <li>
          网上办：在本系统办理。机构经办人的账号由备案机关开立，登录地址由备案机关告知；登录后填写备案申请书、上传材料、提交，随时查看进度，准予备案后下载回执。
        </li>
        <li>窗口办：到备案机关的办事窗口。</li>
        <li>
          备案信息变更的，由机构经办人登录后，从机构信息办理变更备案：只填写变更的项目，备案编号不变。暂停、恢复、终止服务也在那里办理，要写明每个人的去向和应退的费用。
        </li>
        {correction !== undefined && (
          <li>
            材料需要补正的，备案机关一次说清；请在退回后 {correction}内重新提交，逾期视为撤回，可以另行备案。
          </li>
        )}
      </ul>
      <h3>首次备案的材料</h3>
      <ul class="text">
        {materials.map(({ code, name, required, condition }) => (
          <li key={code}>
            {name}
            {!required && <span class="quiet">（{condition ?? '需要时提供'}）</span>}
          </li>
        ))}
      </ul>
      <p class="fine">依据：{laws.join('、')}。各地另有规定的，以当地办事窗口公布的为准。</p>
    </Section>
  );
}
