import type { VNode } from 'preact';
import type { PageContext } from '../http/page-context';
import { Section } from './facts';

/** The draw of docs/spec/draw.md in plain words: enough to see that nobody can steer it, and where to read on. */
export function DrawAlgorithm({ context }: { context: PageContext }): VNode {
  return (
    <Section id="algorithm" title="抽取怎样计算">
      <p>下面的每一步都只用公开的数据和国家标准的杂凑算法 SM3（GB/T 32905），用任何语言都可以重算。</p>
      <ol class="text">
        <li>
          公告之前，把检查对象名单、检查人员名录、回避名单各写成一行一条的文本，算出摘要。系统同时产生一个谁也看不到的秘密数，只公布它的摘要，叫作承诺。人员名录和回避名单的摘要掺入秘密数，免得有人逐个试出内容。
        </li>
        <li>
          公告写明抽查比例、人员要求和上述摘要，并约定一个公告时还没有产生的公开随机数（如双色球开奖号码）。
        </li>
        <li>
          公开随机数产生以后，把公告的摘要、秘密数、公开随机数的值合在一起算
          SM3，得到种子。三者缺一不可，改动任何一处，种子就完全不同。
        </li>
        <li>每家机构的票号，是种子和机构编号合在一起的 SM3。谁的票号小，谁排在前面。</li>
        <li>
          每一档取前若干家：全档家数乘以抽查比例，有小数的进一，不少于公告规定的最少家数。各档抽中的机构合在一起，按票号排定位次；没有抽中的按票号排队，作为补抽的顺序。
        </li>
        <li>
          按位次给每家机构配检查人员：本部门、管得到这个区划、不用回避、任务未满的人员按执法证号排好，由种子、机构、部门算出一个数，除以人数，余数是几就取第几个。会使机会不均等的数弃去重算。没有人可取时，按固定的办法在已经配好的人员中调换；怎样调换也配不齐的，这次抽取不成立。
        </li>
        <li>最后把位次、机构、人员逐行写下，算出结果摘要，当即公布。检查全部结束后公开秘密数和全部数据。</li>
      </ol>
      <p class="more">
        <a href={context.href('/spec/draw')}>逐字节的完整规范和算例</a>
      </p>
    </Section>
  );
}
