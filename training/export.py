"""Writes a trained encoder as int8 ONNX with its tokenizer: what `followlint` would load.

usage: python training/export.py ENCODER.pt FOLDER
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from train import Encoder, encoded, pretrained
from transformers import AutoTokenizer


def main() -> None:
    """Export, quantize per channel and copy the tokenizer."""
    weights, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    plain = pretrained()
    model = Encoder(plain)
    model.load_state_dict(torch.load(weights, weights_only=True))
    model.eval()
    tokenizer = AutoTokenizer.from_pretrained(plain)
    example = encoded(
        tokenizer, [("Thank you.", "I would like to join."), ("", "Hello there you.")]
    )
    names = ["input_ids", "attention_mask", "token_type_ids"]
    with tempfile.TemporaryDirectory() as temporary:
        whole, prepared = Path(temporary) / "whole.onnx", Path(temporary) / "prepared.onnx"
        batch, length = torch.export.Dim("batch", min=1), torch.export.Dim("length", min=2, max=512)
        torch.onnx.export(
            model, tuple(example[name] for name in names), whole, input_names=names,
            output_names=["moves"], dynamo=True, external_data=False,
            dynamic_shapes=tuple({0: batch, 1: length} for _ in names),
        )  # fmt: skip
        quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            prepared, folder / "moves.onnx", per_channel=True, weight_type=QuantType.QInt8
        )
    shutil.copy(plain / "tokenizer.json", folder / "tokenizer.json")
    print(sum(file.stat().st_size for file in folder.iterdir()), "bytes")


if __name__ == "__main__":
    main()
