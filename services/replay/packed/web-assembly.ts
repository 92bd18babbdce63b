/** The part of the WebAssembly interface that the packed kernel needs: Node's type declarations leave it out. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
}
/** Made from bytes; can be posted to another thread. */
export type WasmModule = object;

interface WasmApi {
  readonly Memory: new (limits: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly validate: (bytes: Uint8Array) => boolean;
}

/** Takes pairs of leads and byte addresses: of their first records, and of the row that is counted in. */
export type RunPairs = (
  firstPair: number,
  endPair: number,
  evenRecords: number,
  oddRecords: number,
  counts?: number,
) => void;

const api = Reflect.get(globalThis, 'WebAssembly') as WasmApi;

const PAGE_BYTES = 65_536;
const MOST_BYTES = PAGE_BYTES * PAGE_BYTES;

/** Null when the machine does not give so much. */
export function sharedMemory(bytes: number): WasmMemory | null {
  if (bytes > MOST_BYTES) return null;
  const pages = Math.ceil(bytes / PAGE_BYTES);
  try {
    return new api.Memory({ initial: pages, maximum: pages, shared: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** False where this machine's WebAssembly does not know the instructions. */
export const isRunnable = (bytes: Uint8Array): boolean => api.validate(bytes);

export const wasmModuleOf = (bytes: Uint8Array): WasmModule => new api.Module(bytes);

/** `name`: the module's one function. */
export function runnerOf(module: WasmModule, memory: WasmMemory, name: 'run' | 'count'): RunPairs {
  const { exports } = new api.Instance(module, { accord: { memory } });
  return exports[name] as RunPairs;
}
