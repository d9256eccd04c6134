import {
  caseWords,
  FILING_OF_STATUS_ACTION,
  REGIME_WORDS,
  serviceItemSlug,
  type FilingType,
} from '@zhaoguan/contracts';
import type { ServiceGuide } from '@zhaoguan/filings';
import { Fragment, type VNode } from 'preact';
import { Contents } from '../components/contents';
import { longDate } from '../components/dates';
import { Facts, Section } from '../components/facts';
import { FlowPicture } from '../components/flow-picture';
import { CONSOLE_PATH, Layout } from '../components/layout';
import { DistrictSelect, type Districts } from '../components/search-form';
import type { PageContext } from '../http/page-context';
import { GUIDE_SECTIONS, guideSections } from './guide-sections';
import { FormSection, MaterialSection } from './service-guide-form';
import { LawSection, MistakeSection, RemedySection, TermSection } from './service-guide-rules';

export interface ServiceGuideData {
  readonly guide: ServiceGuide;
  readonly districts: Districts;
  /** Whether a district of the address was left out because it is no county. */
  readonly dropped: boolean;
}

export interface GuideProps {
  readonly context: PageContext;
  readonly guide: ServiceGuide;
}

/** The guide (办事指南) of one item: who, where, what, how long, what comes of it, and what if not. */
export function ServiceGuidePage(props: { context: PageContext; data: ServiceGuideData }): VNode {
  const { context, data } = props;
  const { guide } = data;
  return (
    <Layout
      context={context}
      title={`${guide.item.name}办事指南`}
      description={`${guide.item.name}：谁可以办、到哪里办、填什么、交什么材料、多久办好。`}
      crumbs={[{ name: '办事指南', path: '/guide' }, { name: guide.item.name }]}
    >
      <h1>{guide.item.name}</h1>
      <p class="lead">
        按 {longDate(guide.on)}有效的规定编写，和网上填报时的检查用的是同一份规则。
        {guide.place === null ? '没有选区县时，显示全国通行的规定。' : `适用于${guide.place.districtName}。`}
      </p>
      <OtherHeld context={context} guide={guide} />
      <OtherSite context={context} guide={guide} />
      <CountyForm context={context} districts={data.districts} dropped={data.dropped} />
      <Contents sections={guideSections(guide)} />
      <Who guide={guide} />
      <Where guide={guide} />
      <Steps guide={guide} />
      <FormSection context={context} guide={guide} />
      <MaterialSection guide={guide} />
      <TermSection guide={guide} />
      <Outcome context={context} guide={guide} />
      <MistakeSection guide={guide} />
      <RemedySection guide={guide} />
      <LawSection guide={guide} />
      <p class="more no-print">
        <a href={`/api/v1/public/service-guides/${serviceItemSlug(guide.item)}${queryOf(context, guide)}`}>
          本指南的数据（JSON）
        </a>
      </p>
    </Layout>
  );
}

/** Who keeps a 家庭托育点 and came to the guide of the other, and the other way round. */
function OtherSite({ context, guide: { item } }: GuideProps): VNode | null {
  if (item.kind !== 'CHILDCARE') return null;
  const home = item.siteType === 'HOME';
  const code = home ? item.code.replace('HOME_', '') : `HOME_${item.code}`;
  return (
    <p class="more no-print">
      <a href={context.href(`/guide/${serviceItemSlug({ code })}`)}>
        {home ? '不是在住宅里收托的，看托育机构的办事指南' : '在住宅里收托的，看家庭托育点的办事指南'}
      </a>
    </p>
  );
}

/** While filings stand beside licences (过渡期), whoever holds the other is led to the guide of that. */
function OtherHeld({ context, guide: { item, place, other } }: GuideProps): VNode | null {
  if (other === null) return null;
  const { held, until } = other;
  const name = REGIME_WORDS[held].types[item.filingType];
  const query = { district: place?.district, held };
  return (
    <p class="panel no-print">
      {held === 'FILING'
        ? `过渡期到${longDate(until)}为止。已经备案、还没有换领许可证的，办理${name}：`
        : `本指南适用于过渡期内（到${longDate(until)}为止）已经备案、还没有换领许可证的机构。已经取得许可的，办理${name}：`}
      <a href={context.href(`/guide/${serviceItemSlug(item)}`, query)}>看{name}办事指南</a>
    </p>
  );
}

function queryOf({ query: { held } }: PageContext, { place }: ServiceGuide): string {
  const query = new URLSearchParams({
    ...(place === null ? {} : { district: place.district }),
    ...(held === undefined ? {} : { held }),
  });
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function CountyForm(
  props: Pick<ServiceGuideData, 'districts' | 'dropped'> & { context: PageContext },
): VNode {
  const { context, districts, dropped } = props;
  return (
    <div class="panel no-print">
      {dropped && <p class="fault">没有这个区县，请重新选择。</p>}
      <form class="search single" action={context.path} method="get" aria-label="选择区县">
        <div class="field">
          <label for="district">服务场所在哪个区县</label>
          <DistrictSelect districts={districts} chosen={context.query['district']} countiesOnly />
        </div>
        {context.query['held'] && <input type="hidden" name="held" value={context.query['held']} />}
        {context.elder && <input type="hidden" name="view" value="elder" />}
        <button type="submit" class="button">
          看当地的规定
        </button>
      </form>
    </div>
  );
}

type PartProps = Pick<GuideProps, 'guide'>;

function Who({ guide }: PartProps): VNode {
  const { item, conditions } = guide;
  return (
    <Section id="who" title={GUIDE_SECTIONS.who}>
      <Facts
        facts={[
          { name: '办理对象', value: item.applicant },
          { name: '什么时候办', value: item.when.join('') },
          { name: '收费', value: item.fee },
        ]}
      />
      {conditions.length > 0 && (
        <>
          <h3>应当符合的基本条件</h3>
          <ul class="text">
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Where({ guide }: PartProps): VNode {
  const { item, place, regime } = guide;
  const { authority, proof } = caseWords({ regime, type: item.filingType });
  return (
    <Section id="where" title={GUIDE_SECTIONS.where}>
      <ul class="text">
        {item.where.map((each) => (
          <li key={each}>{each}</li>
        ))}
        <li>
          网上办：<a href={CONSOLE_PATH}>登录工作台</a>
          ，填写、上传材料、提交，随时查看进度，办结后下载
          {regime === 'FILING' ? '回执' : proof}。
        </li>
        <li>
          没有账号的：到{authority}的办事窗口开立机构经办人账号
          {place === null ? '，选定区县以后显示窗口的地址和电话' : '，地址和电话见下'}。
        </li>
        <li>窗口办：到{authority}的办事窗口，工作人员协助填报。</li>
      </ul>
      {place !== null && (
        <>
          <h3>{place.districtName}的受理机关</h3>
          <Authority authority={place.authority} />
          {place.registries.map(({ registry, authority: above }) => (
            <Fragment key={registry}>
              <h3>在{registry}登记的非营利性养老机构</h3>
              <Authority authority={above} />
            </Fragment>
          ))}
          {place.exceptions.map((exception) => (
            <Fragment key={exception.area}>
              <h3>场所在{exception.area}管理的镇街的</h3>
              <p>镇街：{exception.townships.join('、')}。镇街名单以托管文件为准。</p>
              <Authority authority={exception.authority} />
            </Fragment>
          ))}
        </>
      )}
    </Section>
  );
}

type GuideAuthority = NonNullable<ServiceGuide['place']>['authority'];

function Authority({ authority: { name, contact } }: { authority: GuideAuthority }): VNode {
  const unknown = '尚未登记，请拨打 12345 查询';
  return (
    <Facts
      facts={[
        { name: '受理机关', value: name },
        { name: '办公地址', value: contact?.address ?? unknown },
        { name: '联系电话', value: contact?.phone ?? unknown },
      ]}
    />
  );
}

function Steps({ guide: { steps, regime, item } }: PartProps): VNode {
  const label = new Map(steps.rows.flat().map(({ state, label: name }) => [state, name]));
  return (
    <Section id="steps" title={GUIDE_SECTIONS.steps}>
      <figure>
        <FlowPicture flow={steps} describedBy="steps-in-words" />
      </figure>
      <p class="fine">
        方框是{caseWords({ regime, type: item.filingType }).matter}
        所处的状态，圆角框表示办结；箭头上的数字对应下面的步骤。
      </p>
      <ol class="text" id="steps-in-words">
        {steps.steps.map((step) => (
          <li key={step.number}>
            {step.label}（{step.by}）：从“{label.get(step.from)}”到“{label.get(step.to)}”
            {step.reasoned ? '，书面说明理由' : ''}。
          </li>
        ))}
      </ol>
      {NOTICES.has(item.filingType) && (
        <p>准予以后、到生效日期以前，情况有变的，可以在原件中申请撤回，由办理机关决定；答复以前不生效。</p>
      )}
    </Section>
  );
}

/** What tells that the service stops, goes on or ends, on a day that may lie ahead. */
const NOTICES: ReadonlySet<FilingType> = new Set(Object.values(FILING_OF_STATUS_ACTION));

function Outcome({ context, guide }: GuideProps): VNode {
  return (
    <Section id="outcome" title={GUIDE_SECTIONS.outcome}>
      <ul class="text">
        {guide.outcomes.map((paper) => (
          <li key={paper}>{paper}</li>
        ))}
      </ul>
      <p>
        {guide.item.effect}
        {guide.regime === 'FILING'
          ? '回执'
          : caseWords({ regime: guide.regime, type: guide.item.filingType }).proof}
        可以<a href={context.href('/receipts')}>在这里验真</a>。
      </p>
    </Section>
  );
}
