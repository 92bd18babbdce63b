import { useEffect, useState } from 'react';
import { filesDropped, hasFiles } from './dropped-files.ts';

/**
 * Takes the files that are dropped anywhere in the window; answers whether some are held over it. `onDrop` null: there is
 * no place for them now.
 */
export const useFileDrop = (onDrop: ((files: Promise<readonly File[]>) => void) | null): boolean => {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    if (onDrop === null) return;
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      // From one element into another the drag goes on; out of the window it goes nowhere.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      if (event.dataTransfer !== null && hasFiles(event.dataTransfer)) onDrop(filesDropped(event.dataTransfer));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      setIsOver(false);
    };
  }, [onDrop]);
  return isOver && onDrop !== null;
};
