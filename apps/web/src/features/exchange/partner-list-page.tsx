import { KIND_LABELS } from '@zhaoguan/contracts';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { ListTable } from '../../shared/table/list-table';
import { Page } from '../../shared/ui/page';
import { usePlaceNames } from '../../shared/ui/places';
import { LinkButton } from '../../shared/ui/link-button';
import { PartnerState } from './partner-state';
import { usePartners, type Partner } from './queries';

const COLUMNS: readonly ColumnType<Partner>[] = [
  {
    title: '平台',
    dataIndex: 'name',
    render: (name: string, { id }) => <Link to={`/partners/${id}`}>{name}</Link>,
  },
  { title: '辖区', dataIndex: 'districts', render: (codes: string[]) => <Places codes={codes} /> },
  { title: '机构类别', dataIndex: 'kinds', render: kindsInWords },
  { title: '状态', key: 'state', render: (_, partner) => <PartnerState partner={partner} /> },
];

/** Platforms that hand in cases for their users (对接平台). */
export default function PartnerListPage() {
  const list = usePartners();
  return (
    <Page
      title="对接平台"
      facts="政务服务平台把用户的申请转来办理，并取回状态和结果。"
      actions={
        <LinkButton to="/partners/new" primary>
          登记对接平台
        </LinkButton>
      }
    >
      <ListTable
        list={list}
        what="对接平台"
        columns={COLUMNS}
        to={({ id }) => `/partners/${id}`}
        card={(partner) => (
          <Link to={`/partners/${partner.id}`}>
            <strong>{partner.name}</strong> <PartnerState partner={partner} />
            <br />
            <span className="muted">{kindsInWords(partner.kinds)}</span>
          </Link>
        )}
        empty="还没有对接平台。需要对接的，点“登记对接平台”，把显示的访问密钥交给对方。"
      />
    </Page>
  );
}

function kindsInWords(kinds: Partner['kinds']): string {
  return kinds.map((kind) => KIND_LABELS[kind]).join('、');
}

function Places({ codes }: { readonly codes: readonly string[] }) {
  return usePlaceNames(codes);
}
