import { useEffect } from 'react';
import { useLocation } from 'react-router';

const HOUSE = '双随机检查案件系统';

/** The browser's title: the page first, for tabs and screen readers. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? HOUSE : `${title} - ${HOUSE}`;
  }, [title]);
}

/** Scrolls to the top on a new page; a page that only changes its filter stays where it is. */
export function useTopOnNewPage(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    // In braces: newer browsers give a promise here, which React would take for the effect's end.
    window.scrollTo(0, 0);
  }, [pathname]);
}
