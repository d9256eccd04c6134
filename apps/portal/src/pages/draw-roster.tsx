import type { AnnouncedDraw, RosterEntry } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Section } from '../components/facts';
import type { PageContext } from '../http/page-context';
import { hasOutcome } from './draw-words';

/** What a visitor looked for in the roster, and who was found. */
export interface RosterSearch {
  readonly fault: string | undefined;
  readonly found: readonly RosterEntry[];
}

interface RosterProps {
  readonly context: PageContext;
  readonly draw: AnnouncedDraw;
  /** Undefined when nobody asked. */
  readonly search: RosterSearch | undefined;
}

/** 名单里有没有我: whether an institution is in the hat, and, once the draw is laid open, whether it was drawn. */
export function Roster({ context, draw, search }: RosterProps): VNode {
  const more = hasOutcome(draw) ? '、有没有抽中' : '';
  return (
    <Section id="roster" title="名单里有没有我">
      <p>
        在营的同类机构都应当在名单里，机会按信用等级分档。输入名称可以查一家机构在不在名单里、在哪一档{more}。
      </p>
      <form
        class="search single no-print"
        action={`/draws/${draw.id}#roster`}
        method="get"
        role="search"
        aria-label="查名单"
      >
        <div class="field">
          <label for="name">机构名称</label>
          <p class="hint" id="name-hint">
            输入名称中连续的两个字以上
          </p>
          {search?.fault !== undefined && (
            <p class="fault" id="name-fault">
              {search.fault}
            </p>
          )}
          <input
            id="name"
            name="name"
            type="search"
            maxLength={50}
            value={context.query['name']}
            autoComplete="off"
            aria-describedby={search?.fault === undefined ? 'name-hint' : 'name-hint name-fault'}
            aria-invalid={search?.fault === undefined ? undefined : 'true'}
          />
        </div>
        {context.elder && <input type="hidden" name="view" value="elder" />}
        <button type="submit" class="button">
          查名单
        </button>
      </form>
      {search !== undefined && search.fault === undefined && (
        <Found context={context} draw={draw} found={search.found} />
      )}
    </Section>
  );
}

interface FoundProps {
  readonly context: PageContext;
  readonly draw: AnnouncedDraw;
  readonly found: readonly RosterEntry[];
}

function Found({ context, draw, found }: FoundProps): VNode {
  if (found.length === 0) {
    return <p class="notice">名单里没有这个名称的机构。机构在营而不在名单里的，可以拨打 12345 反映。</p>;
  }
  const disclosed = hasOutcome(draw);
  return (
    <>
      <h3>找到 {found.length} 家</h3>
      <ul class="records">
        {found.map((entry) => (
          <li key={entry.targetId}>
            <a href={context.href(`/institutions/${entry.targetId}`)}>{entry.name}</a>{' '}
            <span class="quiet">
              在 {entry.stratum} 档{disclosed && `，${chanceText(entry)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function chanceText({ rank, replacementSeq, isReplaced }: RosterEntry): string {
  const drawn =
    rank !== null
      ? `抽中，第 ${rank} 位`
      : replacementSeq !== null
        ? `起初没有抽中，后来补抽（第 ${replacementSeq} 次补抽）`
        : '没有抽中';
  return isReplaced ? `${drawn}，后由补抽的机构代替` : drawn;
}
