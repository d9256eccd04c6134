import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { useSunlight } from '../../../shared/ui/use-sunlight';
import '../../../shared/phone/hand.css';
import { OwnDeclaration } from './own-declaration';
import { RecusalCards } from './recusal-cards';
import { useOwnEntry } from './queries';

/** Where an inspector says to which institutions they must not be sent (我要回避). */
export default function OwnRecusalsPage() {
  useSunlight();
  return (
    <div className="hand">
      <Page title="我要回避">
        <Loaded query={useOwnEntry()} what="名录记录">
          {(entry) =>
            entry === null ? (
              <p className="hand-warning">
                检查人员名录里没有您的有效记录，不会派您检查，也就不用登记回避。请联系抽查计划人登记。
              </p>
            ) : (
              <>
                <section className="panel">
                  <p>
                    与机构有直接利害关系，或者有其他关系可能影响公正执法的，应当回避。
                    <small className="muted">《中华人民共和国行政处罚法》第四十三条</small>
                  </p>
                  <p>
                    登记以后发布的抽取，不会派您去这家机构。已经派给您、还没有开始的检查，由他人接替，请同时告诉复核公布人。
                  </p>
                  <OwnDeclaration inspectorId={entry.id} />
                </section>
                <section className="panel">
                  <h2>已登记的回避</h2>
                  <RecusalCards inspectorId={entry.id} />
                </section>
              </>
            )
          }
        </Loaded>
      </Page>
    </div>
  );
}
