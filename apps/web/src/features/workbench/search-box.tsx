export function SearchBox() {
  return <span className="frame-search" />;
}
