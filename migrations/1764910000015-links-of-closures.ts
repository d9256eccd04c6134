import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An accepted closure that names who takes over (承接机构) is written into the register as what came before that one, and says by what. */
export class LinksOfClosures1764910000015 implements MigrationInterface {
  name = 'LinksOfClosures1764910000015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(knownBy(`'PLACE', 'ENTERED', 'CLOSURE'`, WITH_CLOSURES));
  }

  /** Links are append-only: what a closure has said is entered as an official's word from then on. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table institutions.link disable trigger link_append_only;
      update institutions.link set basis = 'ENTERED' where basis = 'CLOSURE';
      alter table institutions.link enable trigger link_append_only;
    `);
    await db.query(knownBy(`'PLACE', 'ENTERED'`, FORMER));
  }
}

const FORMER = {
  basis: 'Found by the address at an acceptance, or entered by an official for a reason',
  public: 'Which institution stood at the address before and has ended; never of a dwelling (家庭托育点)',
};
const WITH_CLOSURES = {
  basis:
    'Found by the address at an acceptance, named by an accepted closure as taking over, or entered by an official for a reason',
  public:
    'Which institution stood at the address before, or named it as taking over, and has ended; never of a dwelling (家庭托育点)',
};

const knownBy = (bases: string, said: typeof FORMER): string => `
  alter table institutions.link drop constraint link_basis_check;
  alter table institutions.link add constraint link_basis_check check (basis in (${bases}));
  comment on column institutions.link.basis is '${said.basis}';
  comment on view institutions.predecessor_public is '${said.public}';
`;
