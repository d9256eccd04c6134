import { Link, useSearchParams } from 'react-router';
import { useUser } from '../../shared/session/use-session';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { PlaceName } from '../../shared/ui/places';
import { useNarrow } from '../../shared/ui/use-narrow';
import { useSearch, type SearchGroup } from './queries';
import { SearchBox } from './search-box';
import { pathOf } from './subject-path';
import './home.css';

/** What was found across everything that the person may see, by kind. */
export default function SearchPage() {
  const [search] = useSearchParams();
  const q = search.get('q')?.trim() ?? '';
  const narrow = useNarrow();
  const found = useSearch(q);
  return (
    <Page title={q === '' ? '检索' : `检索“${q}”`}>
      {narrow && <SearchBox />}
      {q === '' ? (
        <p className="panel">
          输入名称中连续的两个字以上，或者编号、案号、统一社会信用代码，在您可以查看的范围内检索。
        </p>
      ) : (
        <Loaded query={found} what="检索结果">
          {({ groups }) =>
            groups.length === 0 ? (
              <p className="panel">没有找到。请少输几个字，或者核对编号；不在您辖区内的不会列出。</p>
            ) : (
              groups.map((group) => <Group key={group.group} group={group} />)
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

function Group({ group }: { readonly group: SearchGroup }) {
  const user = useUser();
  return (
    <Panel title={group.groupLabel}>
      <ul className="work-list" aria-label={group.groupLabel}>
        {group.items.map(({ subject, title, detail, district }) => (
          <li key={subject.id}>
            <Link to={pathOf(subject, user)}>
              <span className="work-what">
                <strong>{title}</strong>
                <span className="muted">
                  {detail}
                  {district !== null && (
                    <>
                      {' '}
                      · <PlaceName code={district} />
                    </>
                  )}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {group.more && <p className="muted">还有更多，请到“{group.groupLabel}”的列表中查询。</p>}
    </Panel>
  );
}
