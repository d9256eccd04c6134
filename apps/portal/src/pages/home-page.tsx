import type { VNode } from 'preact';
import { Layout } from '../components/layout';
import { SearchForm, type Districts } from '../components/search-form';
import type { PageContext } from '../http/page-context';

export interface HomeData {
  readonly districts: Districts;
  readonly figures: readonly { readonly name: string; readonly value: number; readonly unit: string }[];
}

const count = new Intl.NumberFormat('zh-CN');

/** The way in: search first, three plain figures, what was published last. */
export function HomePage({ context, data }: { context: PageContext; data: HomeData }): VNode {
  return (
    <Layout
      context={context}
      title="养老托育机构监管公示"
      description="查询养老机构、托育机构的备案、检查、处罚和信用情况，验证双随机抽取。"
    >
      <h1>查一家养老院、托育园</h1>
      <p class="lead">备案了没有、最近一次检查结果怎样、有没有处罚，都可以在这里查到，不用登录。</p>
      <div class="panel home-search">
        <SearchForm context={context} districts={data.districts} full={!context.elder} />
      </div>
      {context.elder ? <ElderChoices context={context} /> : <Figures figures={data.figures} />}
    </Layout>
  );
}

function Figures({ figures }: Pick<HomeData, 'figures'>): VNode {
  return (
    <ul class="figures" aria-label="监管概况">
      {figures.map(({ name, value, unit }) => (
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

/** With the search and the way back, no more than five things to choose from. */
function ElderChoices({ context }: { context: PageContext }): VNode {
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
        <li>
          <a href="tel:12345">打电话问：12345</a>
        </li>
      </ul>
    </nav>
  );
}
