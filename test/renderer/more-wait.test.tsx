import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MoreWait } from '../../renderer/features/what-if/headline/more-wait.tsx';

const shown = (kind: 'cancelled' | null) =>
  renderToStaticMarkup(<MoreWait failure={kind === null ? null : { kind, detail: '' }} onRetry={() => {}} />);

describe('the place of further figures', () => {
  it('says that they are on their way', () => {
    expect(shown(null)).toMatch(/Looking at speed, costs and queue/u);
  });

  it('says that they were stopped, and lets them be asked for again', () => {
    expect(shown('cancelled')).toMatch(/role="alert">Stopped, as you asked\..*<button[^>]*>Try again</u);
  });
});
