import {
  FILING_TYPE_LABELS,
  FILING_TYPES,
  findTerm,
  KIND_LABELS,
  LICENCE_TYPE_LABELS,
  serviceItemSlug,
  termInWords,
  type Kind,
  type PublicWords,
  type ServiceItemRow,
  type TermRow,
} from '@zhaoguan/contracts';
import { Fragment, type VNode } from 'preact';
import { Section } from '../components/facts';
import { Layout } from '../components/layout';
import type { PageContext } from '../http/page-context';

export interface GuideData {
  readonly words: PublicWords;
  readonly items: readonly ServiceItemRow[];
  readonly terms: readonly TermRow[];
}

const NATIONWIDE = '000000';

/** 办事指南: what a family should look at, and, for operators, every service item with its own guide. */
export function GuidePage({ context, data }: { context: PageContext; data: GuideData }): VNode {
  return (
    <Layout
      context={context}
      title="办事指南"
      description={`怎样选养老机构、托育机构，怎样办理${data.words.held}，怎样投诉举报。`}
      crumbs={[{ name: '办事指南' }]}
    >
      <h1>办事指南</h1>
      <ForFamilies context={context} data={data} />
      <Complaints context={context} data={data} />
      <Items context={context} data={data} />
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
  return term && termInWords(term);
}

function ForFamilies(props: PartProps): VNode {
  const { context, data } = props;
  const { number, proof, paper } = data.words;
  const period = termText(props, 'PREPAID_PERIOD_MAX', 'ELDERLY_CARE');
  const deposit = termText(props, 'PREPAID_DEPOSIT_MULTIPLE', 'ELDERLY_CARE');
  return (
    <Section id="families" title="给老人、孩子选机构">
      <ol class="text">
        <li>
          <a href={context.href('/institutions')}>查机构</a>
          ：看有没有{number}，最近一次检查是什么时候、结果怎样，有没有处罚。
        </li>
        <li>
          请机构出示{proof}，用{paper}上的编号<a href={context.href('/receipts')}>验真</a>。
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

function Complaints({ context, data }: PartProps): VNode {
  return (
    <Section id="complaints" title="投诉和举报">
      <p>
        请拨打 <a href="tel:12345">12345</a> 政务服务便民热线，说明机构名称、时间和事情经过。
      </p>
      <p>养老机构的由民政部门办理，托育机构的由卫生健康部门办理。举报人的姓名和联系方式依法保密。</p>
      <p>
        办理{data.words.held}的人对各地{data.words.authority}服务的评价，见
        <a href={context.href('/service-ratings')}>服务评价</a>。
      </p>
    </Section>
  );
}

const HOME = '家庭托育点';

/** Under a licence an item goes by the name of it. */
const typesOf = ({ name, licence }: ServiceItemRow) =>
  name === licence?.name ? LICENCE_TYPE_LABELS : FILING_TYPE_LABELS;

/** 政务服务事项清单: by kind of site, the steps of its life. */
function Items({ context, data }: PartProps): VNode {
  const groups = new Map<string, ServiceItemRow[]>();
  for (const item of data.items) {
    const name = item.siteType === null ? KIND_LABELS[item.kind] : HOME;
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  const ordered = (items: readonly ServiceItemRow[]) =>
    FILING_TYPES.flatMap((type) => items.filter(({ filingType }) => filingType === type));
  return (
    <Section id="items" title={data.words.how}>
      <p>
        选一个事项，看谁可以办、到哪里办、填什么、交什么材料、多久办好。各地同一事项适用同一标准；选定区县以后，显示当地的受理机关和期限。
      </p>
      {[...groups].map(([name, items]) => (
        <Fragment key={name}>
          <h3>{name}</h3>
          <ul class="choices item-choices">
            {ordered(items).map((item) => (
              <li key={item.code}>
                <a href={context.href(`/guide/${serviceItemSlug(item)}`)}>
                  {typesOf(item)[item.filingType]}
                  <span class="visually-hidden">（{name}）</span>
                </a>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </Section>
  );
}
