"""Turn the trained encoder into what the service runs: ONNX with int8 weights, and its tokenizer.

    python export.py --model DIR --weights encoder.pt --out ../service/extraction/encoder [--fp32 encoder.fp32.onnx]

The graph is fused (attention, layer norms, GELU by its tanh form) before it is quantised: a seventh faster.

Quantised per channel on the matrix products and per tensor on the embeddings: per-tensor int8 on the products collapsed
one model to zero.  Outputs: ``attribution`` and ``event`` as probabilities, ``link`` as vectors: (windows, pieces, …).
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import nn
from train import Encoder


class Exported(nn.Module):
    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        out = self.model(ids, mask)
        return out["attribution"].softmax(-1), out["event"].softmax(-1), out["link"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "weights", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--layers", type=int, default=None)
    parser.add_argument("--fp32", default=None)
    args = parser.parse_args()
    model = Encoder(args.model, args.layers)
    model.load_state_dict(torch.load(args.weights, map_location="cpu"))
    model.eval()
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        fp32 = Path(args.fp32 or Path(folder) / "encoder.onnx")
        example = torch.ones(2, 16, dtype=torch.long)
        axes = {0: "windows", 1: "pieces"}
        names = ["ids", "mask", "attribution", "event", "link"]
        torch.onnx.export(
            Exported(model), (example, example), str(fp32), input_names=names[:2], output_names=names[2:],
            dynamic_axes=dict.fromkeys(names, axes), opset_version=17, dynamo=False,
        )  # fmt: skip
        fused = Path(folder) / "fused.onnx"
        options = FusionOptions("bert")
        options.enable_gelu_approximation = True
        config = model.encoder.config
        optimize_model(
            str(fp32), model_type="bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size,
            optimization_options=options, opt_level=0,
        ).save_model_to_file(str(fused))  # fmt: skip
        quantize_dynamic(fused, out / "encoder.onnx", per_channel=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["MatMul", "Gather", "Attention", "EmbedLayerNormalization"],
                         extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})  # fmt: skip
    shutil.copy(Path(args.model) / "tokenizer.json", out / "tokenizer.json")
    print(*(f"{path.name} {path.stat().st_size / 1e6:.1f} MB" for path in sorted(out.iterdir())), sep="\n")


if __name__ == "__main__":
    main()
