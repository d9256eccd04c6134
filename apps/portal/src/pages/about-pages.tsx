import { GRADES } from '@zhaoguan/contracts';
import type { VNode } from 'preact';
import { DrawAlgorithm } from '../components/draw-algorithm';
import { Section } from '../components/facts';
import { Layout } from '../components/layout';
import { GradeMark } from '../components/marks';
import type { PageContext } from '../http/page-context';

/** What the site is, what a grade means, what a draw proves and what it does not. */
export function AboutPage({ context }: { context: PageContext }): VNode {
  return (
    <Layout
      context={context}
      title="关于本站"
      description="本站公开什么、信用等级怎么算、随机抽取能证明什么。"
      crumbs={[{ name: '关于本站' }]}
    >
      <h1>关于本站</h1>
      <Section id="what" title="这里能查到什么">
        <p>照管公布养老机构、托育机构的名录，主管部门的检查结果和行政处罚，以及双随机抽取的全过程。</p>
        <p>不用登录，不用注册，也不收集访问者的个人信息。只保存一个 Cookie，用来记住您选择的版本。</p>
        <p>入住老人、在托儿童和举报人的信息从不公开，检查人员只公布执法证号。</p>
      </Section>
      <Section id="grade" title="信用等级怎么算">
        <p>
          等级从检查结果、行政处罚等公开记录计算得出，随时间衰减，到期归零，不由人工打分。没有检查、处罚记录的机构为
          B 级。等级只决定抽查的比例和频次：等级越低，被抽中的机会越大。它不是星级，也不评价服务好坏。
        </p>
        <ul class="plain">
          {GRADES.map((grade) => (
            <li key={grade}>
              <GradeMark grade={grade} />
            </li>
          ))}
        </ul>
        <p>机构对等级有异议的，可以向主管部门提出，由主管部门核对每一条来源记录。</p>
        <p class="more">
          <a href={context.href('/credit-rules')}>全部信用规则和举例</a>
        </p>
      </Section>
      <Section id="draw" title="随机抽取能证明什么">
        <ul class="text">
          <li>名单、规则和检查人员在抽取之前就已固定，之后增减一家、更换一人都会被发现。</li>
          <li>决定结果的公开随机数，公告时谁也不知道，主管部门不能反复试到满意为止。</li>
          <li>结果当场封存，公开后任何人都能用公开的数据重新算出来。</li>
          <li>每一次公告都有记录，作废也要公布理由，不能悄悄重抽。</li>
        </ul>
        <h3>它不能证明什么</h3>
        <ul class="text">
          <li>不能证明名录本身没有遗漏。所以名单在抽取前公布，机构可以自己查在不在里面。</li>
          <li>不能证明检查做得认真。检查结果、处罚和改正情况另行公布，供公众监督。</li>
          <li>不能证明没有临时的、因举报而起的检查。那类检查不经过抽取。</li>
        </ul>
        <p class="more">
          <a href={context.href('/verify')}>自行验证一次抽取</a>
        </p>
      </Section>
      <DrawAlgorithm context={context} />
      <Section id="correction" title="信息有误怎么办">
        <p>
          机构认为公布的信息有误，可以向公布该信息的部门申请更正，公众也可以拨打 12345
          反映。查实有误的，更正后重新公布。
        </p>
        <p>处罚决定被变更、撤销的，三个工作日内撤回并说明理由。</p>
      </Section>
      <Section id="elder" title="长辈版">
        <p>
          长辈版字更大、颜色对比更强、每页内容更少，事实与标准版完全相同。选择后一直有效，可以随时返回标准版。
        </p>
      </Section>
    </Layout>
  );
}

/** On what terms the data may be used, and how programs get them. */
export function DataLicencePage({ context }: { context: PageContext }): VNode {
  return (
    <Layout
      context={context}
      title="数据使用说明"
      description="本站公开数据的使用条件和获取方式。"
      crumbs={[{ name: '数据使用说明' }]}
    >
      <h1>数据使用说明</h1>
      <Section id="terms" title="怎样使用">
        <ul class="text">
          <li>
            本站数据是依照《中华人民共和国政府信息公开条例》主动公开的政府信息，可以免费查阅、复制、转载和用于研究。
          </li>
          <li>使用时请注明来源和取得日期，不得改变原意，不得暗示主管部门为您的产品或者观点背书。</li>
          <li>检查结果和处罚有公示期。转载的，请在本站撤下后同时撤下。</li>
          <li>不得把公开信息与其他来源结合，用来识别、骚扰入住老人、在托儿童、举报人或者工作人员。</li>
        </ul>
      </Section>
      <Section id="programs" title="程序怎样取得">
        <p>
          公开数据可以通过接口取得，不用申请，不用密钥：<a href="/api/docs">接口文档</a>
          。列表按页返回，请按文档使用
          <code>cursor</code> 翻页，并遵守答复中的缓存时间。
        </p>
        <ul class="text">
          <li>
            机构名录 <code>/api/v1/public/institutions</code>
          </li>
          <li>
            检查结果 <code>/api/v1/public/inspection-results</code>
          </li>
          <li>
            行政处罚 <code>/api/v1/public/penalties</code>
          </li>
          <li>
            随机抽取 <code>/api/v1/public/draws</code>
          </li>
        </ul>
      </Section>
    </Layout>
  );
}
