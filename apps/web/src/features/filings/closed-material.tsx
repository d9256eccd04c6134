/** In place of a document that the reader may not open: it bears personal data in clear. */
export function ClosedMaterial() {
  return <p className="muted">材料含有当事人的个人信息，由办理机关中负责登记备案的工作人员查看。</p>;
}
