import type { PublicWords } from '@zhaoguan/contracts';
import type { Figures, PublicPenalty, PublicResult } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { longDate } from '../components/dates';
import { Section } from '../components/facts';
import { Layout } from '../components/layout';
import { SearchForm, type Districts } from '../components/search-form';
import type { PageContext } from '../http/page-context';
import { penaltyText, ResultMark } from './record-words';

export interface HomeData {
  readonly words: PublicWords;
  readonly districts: Districts;
  readonly figures: Figures;
  readonly results: readonly PublicResult[];
  readonly penalties: readonly PublicPenalty[];
}

interface PartProps {
  readonly context: PageContext;
  readonly data: HomeData;
}

const count = new Intl.NumberFormat('zh-CN');

/** The way in: search first, three plain figures, what was published last. */
export function HomePage({ context, data }: PartProps): VNode {
  const { held, question } = data.words;
  return (
    <Layout
      context={context}
      title="养老托育机构监管公示"
      description={`查询养老机构、托育机构的${held}、检查、处罚和信用情况，验证双随机抽取。`}
    >
      <h1>查一家养老机构、托育机构</h1>
      <p class="lead">{question}、最近一次检查结果怎样、有没有处罚，都可以在这里查到，不用登录。</p>
      <div class="panel home-search">
        <SearchForm context={context} districts={data.districts} full={!context.elder} />
      </div>
      {context.elder ? (
        <ElderChoices context={context} />
      ) : (
        <>
          <p class="more">
            办理{held}：<a href={`${context.href('/guide')}#items`}>养老机构、托育机构、家庭托育点办事指南</a>
          </p>
          <FigureList figures={data.figures} />
          <div class="columns">
            <LatestResults context={context} data={data} />
            <LatestPenalties context={context} data={data} />
          </div>
        </>
      )}
    </Layout>
  );
}

function FigureList({ figures }: Pick<HomeData, 'figures'>): VNode {
  const rows = [
    { name: '在营养老机构', value: figures.elderlyCare, unit: '家' },
    { name: '在营托育机构', value: figures.childcare, unit: '家' },
    { name: '今年公布检查结果', value: figures.resultsThisYear, unit: '次' },
  ];
  return (
    <ul class="figures" aria-label="监管概况">
      {rows.map(({ name, value, unit }) => (
        <li key={name}>
          {name}
          <span class="figure">
            {count.format(value)}
            <span class="unit">{unit}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function LatestResults({ context, data }: PartProps): VNode {
  return (
    <Section id="latest-results" title="最近公布的检查结果">
      {data.results.length === 0 ? (
        <p>还没有公布过检查结果。</p>
      ) : (
        <ul class="records">
          {data.results.map((row) => (
            <li key={row.id}>
              <a href={context.href(`/inspection-results/${row.id}`)}>{row.institutionName}</a>
              <span class="record-line">
                <ResultMark result={row.result} label={row.resultLabel} />
                <span class="quiet">{longDate(row.inspectedOn)}检查</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="more">
        <a href={context.href('/inspection-results')}>全部检查结果</a>
      </p>
    </Section>
  );
}

function LatestPenalties({ context, data }: PartProps): VNode {
  return (
    <Section id="latest-penalties" title="正在公示的行政处罚">
      {data.penalties.length === 0 ? (
        <p>没有正在公示的行政处罚。</p>
      ) : (
        <ul class="records">
          {data.penalties.map((row) => (
            <li key={row.id}>
              <a href={context.href(`/penalties/${row.id}`)}>{row.institutionName}</a>
              <span class="record-line">
                <span>{penaltyText(row)}</span>
                <span class="quiet">{longDate(row.decidedOn)}决定</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="more">
        <a href={context.href('/penalties')}>全部行政处罚</a>
      </p>
    </Section>
  );
}

/** With the search and the way back, no more than five things to choose from. */
function ElderChoices({ context }: Pick<PartProps, 'context'>): VNode {
  const choices = [
    { path: '/inspection-results', name: '看最近的检查结果' },
    { path: '/penalties', name: '看行政处罚' },
    { path: '/guide', name: '怎样选机构、怎样办事' },
  ];
  return (
    <nav aria-label="常用">
      <ul class="choices">
        {choices.map(({ path, name }) => (
          <li key={path}>
            <a href={context.href(path)}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
