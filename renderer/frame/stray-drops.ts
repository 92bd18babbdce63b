/**
 * A file that is dropped where no screen takes it would be shown in place of the app. Captured first, so that a screen
 * that does take files may still say so. Returns the function that stops it.
 */
export const ignoreStrayDrops = (target: Pick<Window, 'addEventListener' | 'removeEventListener'>): (() => void) => {
  const over = (event: DragEvent) => {
    if (isOnField(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
  };
  const drop = (event: DragEvent) => {
    if (!isOnField(event)) event.preventDefault();
  };
  target.addEventListener('dragover', over, { capture: true });
  target.addEventListener('drop', drop, { capture: true });
  return () => {
    target.removeEventListener('dragover', over, { capture: true });
    target.removeEventListener('drop', drop, { capture: true });
  };
};

/** Text that is dragged into a field is the field's; a file never is. */
const isOnField = ({ target, dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') !== true &&
  target instanceof Element &&
  target.closest('input, textarea, [contenteditable]') !== null;
