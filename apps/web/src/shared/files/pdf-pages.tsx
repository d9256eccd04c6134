import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the bundler makes it: the address under which it serves the file
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { Waiting } from '../ui/waiting';

GlobalWorkerOptions.workerSrc = workerUrl;
/** Character maps and fonts for documents that do not bring their own, as most scans and forms of offices do not. */
const PARTS = '/console/assets/pdf';
const MOST_PIXELS = 2;

/** The pages of a PDF, drawn one below the other as they come into sight. */
export default function PdfPages({ file, zoom }: { readonly file: Blob; readonly zoom: number }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let task: PDFDocumentLoadingTask | undefined;
    let gone = false;
    void file.arrayBuffer().then((data) => {
      if (gone) return;
      task = getDocument({
        data,
        cMapUrl: `${PARTS}/cmaps/`,
        cMapPacked: true,
        standardFontDataUrl: `${PARTS}/standard_fonts/`,
        // No file of a stranger runs a script here.
        isEvalSupported: false,
        useWasm: false,
      });
      task.promise.then(setPdf, () => setBroken(!gone));
    });
    return () => {
      gone = true;
      void task?.destroy();
    };
  }, [file]);
  if (broken) return <p>这份 PDF 无法在这里显示，请下载后查看；确实打不开的，请申请人重新上传。</p>;
  if (!pdf) return <Waiting />;
  return (
    <>
      {Array.from({ length: pdf.numPages }, (_, i) => (
        <PdfPage key={i} pdf={pdf} number={i + 1} zoom={zoom} />
      ))}
    </>
  );
}

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly zoom: number;
}

function PdfPage({ pdf, number, zoom }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const here = canvas.current;
    if (!here) return undefined;
    const watch = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: '400px' },
    );
    watch.observe(here);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!seen) return undefined;
    let drawing: { cancel(): void } | undefined;
    let gone = false;
    void pdf.getPage(number).then((page) => {
      const here = canvas.current;
      if (gone || !here) return;
      const width = roomIn(here.parentElement);
      const whole = page.getViewport({ scale: 1 });
      const scale = (width / whole.width) * zoom;
      const pixels = Math.min(devicePixelRatio, MOST_PIXELS);
      const viewport = page.getViewport({ scale: scale * pixels });
      here.width = viewport.width;
      here.height = viewport.height;
      here.style.width = `${viewport.width / pixels}px`;
      const task = page.render({ canvas: here, viewport });
      drawing = task;
      task.promise.catch((error: unknown) => {
        // A page that is drawn anew, or left, cancels the old drawing: nothing is wrong.
        if (!gone) throw error;
      });
    });
    return () => {
      gone = true;
      drawing?.cancel();
    };
  }, [pdf, number, zoom, seen]);
  return (
    <canvas
      ref={canvas}
      className="document-page"
      role="img"
      aria-label={`第 ${number} 页，共 ${pdf.numPages} 页`}
    />
  );
}

/** How wide what stands in the box may be: its own width counts the padding, beneath which a page would be cut. */
function roomIn(box: HTMLElement | null): number {
  if (!box) return 0;
  const { paddingLeft, paddingRight } = getComputedStyle(box);
  return box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}
