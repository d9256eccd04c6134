import type { ComponentChildren, VNode } from 'preact';
import { otherVersion, type PageContext } from '../http/page-context';
import { STYLE_SHEET } from '../styles/style-sheet';
import { longDate } from './dates';

const SITE_NAME = '照管';
const TAGLINE = '养老托育机构监管公示';

/** Where institutions and officials sign in (工作台); it has no 长辈版. */
export const CONSOLE_PATH = '/console/';

/** A mark that needs no request of its own: a roof over two people. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1F6F5C"/><path d="M5 15 16 6l11 9" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/><circle cx="12" cy="18" r="3" fill="#fff"/><circle cx="21" cy="19" r="2.2" fill="#fff"/><path d="M7 27c0-4 2-6 5-6s5 2 5 6zm10.500 0c0-3 1-5 3.500-5s4 2 4 5z" fill="#fff"/></svg>`,
)}`;

export interface Crumb {
  readonly name: string;
  readonly path?: string;
}

export interface LayoutProps {
  readonly context: PageContext;
  readonly title: string;
  readonly description: string;
  /** Pages above this one; the page itself comes last. */
  readonly crumbs?: readonly Crumb[];
  /** Style sheet to write into the page instead of linking it: for a page that is to be saved. */
  readonly inlineStyle?: string;
  readonly children: ComponentChildren;
}

const SECTIONS = [
  { path: '/institutions', name: '查机构' },
  { path: '/inspection-results', name: '检查结果' },
  { path: '/penalties', name: '行政处罚' },
  { path: '/draws', name: '随机抽取' },
  { path: '/papers', name: '文书核验' },
  { path: '/guide', name: '办事指南' },
] as const;

/** The frame of every page: who speaks, where I am, the content, and whom to call. */
export function Layout(props: LayoutProps): VNode {
  const { context, title, description, crumbs = [], children } = props;
  return (
    <html lang="zh-CN" class={context.elder ? 'elder' : undefined}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title}｜${SITE_NAME}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description} />
        <link rel="icon" type="image/svg+xml" href={ICON} />
        {props.inlineStyle === undefined ? (
          <link rel="stylesheet" href={STYLE_SHEET.path} />
        ) : (
          <style dangerouslySetInnerHTML={{ __html: props.inlineStyle }} />
        )}
      </head>
      <body>
        <a class="skip" href="#main">
          跳到正文
        </a>
        {context.demo && <DemoNotice />}
        <Header context={context} />
        <main id="main" tabIndex={-1}>
          {crumbs.length > 0 && <Crumbs context={context} crumbs={crumbs} />}
          {children}
        </main>
        <Footer context={context} />
      </body>
    </html>
  );
}

/** Families must not take invented institutions for real ones. */
function DemoNotice(): VNode {
  return (
    <aside class="demo-notice" aria-label="演示系统">
      <p>演示系统：机构、人员、检查和处罚均为虚构。</p>
    </aside>
  );
}

function Header({ context }: { context: PageContext }): VNode {
  return (
    <header class="site-header">
      <div class="bar">
        <a class="brand" href={context.href('/')}>
          <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M4 16 16 5l12 11" />
            <circle cx="12" cy="18" r="3" />
            <circle cx="21" cy="19" r="2.200" />
            <path
              class="fill"
              d="M7 28c0-4.500 2-6.500 5-6.500s5 2 5 6.500zm10.500 0c0-3.500 1-5.500 3.500-5.500s4 2 4 5.500z"
            />
          </svg>
          <span class="brand-name">{SITE_NAME}</span>
          <span class="brand-line">{TAGLINE}</span>
        </a>
        <a class="version" href={otherVersion(context)}>
          {context.elder ? '返回标准版' : '长辈版'}
        </a>
      </div>
      {!context.elder && (
        <nav class="sections" aria-label="主要栏目">
          <ul>
            {SECTIONS.map(({ path, name }) => (
              <li key={path}>
                <a href={context.href(path)} aria-current={currentness(context.path, path)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function currentness(here: string, section: string): 'page' | 'true' | undefined {
  if (here === section) return 'page';
  return here.startsWith(`${section}/`) ? 'true' : undefined;
}

function Crumbs({ context, crumbs }: { context: PageContext; crumbs: readonly Crumb[] }): VNode {
  return (
    <nav class="crumbs" aria-label="当前位置">
      <ol>
        <li>
          <a href={context.href('/')}>首页</a>
        </li>
        {crumbs.map(({ name, path }) => (
          <li key={name}>
            {path === undefined ? (
              <span aria-current="page">{name}</span>
            ) : (
              <a href={context.href(path)}>{name}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Footer({ context }: { context: PageContext }): VNode {
  return (
    <footer class="site-footer">
      <div class="inner">
        <Hotline elder={context.elder} />
        {!context.elder && (
          <ul class="footer-links">
            <li>
              <a href={context.href('/about')}>关于本站</a>
            </li>
            <li>
              <a href={context.href('/nonconformities')}>备案不符合要求的托育机构</a>
            </li>
            <li>
              <a href={context.href('/credit-rules')}>信用规则</a>
            </li>
            <li>
              <a href={context.href('/penalty-bases')}>处罚依据</a>
            </li>
            <li>
              <a href={context.href('/removals')}>注销、撤销决定</a>
            </li>
            <li>
              <a href={context.href('/service-ratings')}>服务评价</a>
            </li>
            <li>
              <a href={context.href('/data-licence')}>数据使用说明</a>
            </li>
            <li>
              <a href={context.href('/verify')}>自行验证抽取</a>
            </li>
            <li>
              <a href={CONSOLE_PATH}>机构和工作人员登录</a>
            </li>
            <li>
              <a href={otherVersion(context)}>切换到长辈版</a>
            </li>
          </ul>
        )}
        <p class="fine">
          数据截至 <time dateTime={context.today}>{longDate(context.today)}</time>
          。公开的信息依照《中华人民共和国政府信息公开条例》发布，转载请注明来源和取得日期。
        </p>
      </div>
    </footer>
  );
}

/** Whom to call. In the 长辈版 the number is a button of its own, not a word to be hit in a line. */
function Hotline({ elder }: { elder: boolean }): VNode {
  if (elder) {
    return (
      <>
        <p>有意见、要帮助、发现问题，请打 12345 政务服务便民热线，有人接听。人身危险请先打 110。</p>
        <p>
          <a class="button" href="tel:12345">
            拨打 12345
          </a>
        </p>
      </>
    );
  }
  return (
    <p>
      对机构有意见、发现问题，请拨打 <a href="tel:12345">12345</a>{' '}
      {
        '政务服务便民热线，也可以直接向当地民政（养老）、卫生健康（托育）部门反映。遇到人身危险，请先拨打 110。'
      }
    </p>
  );
}
