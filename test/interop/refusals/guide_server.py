"""Servers as people build them on the Flask + PyJWT guide: one route for each way to read the header and to answer.

Prints its address on one line once it listens.
"""

import functools
import sys

import jwt
from flask import Flask, jsonify, request
from werkzeug.serving import WSGIRequestHandler, make_server

app = Flask(__name__)
SECRET = "your-secret-key"


def decode(token):
    return jwt.decode(token, SECRET, algorithms=["HS256"])


def guide():
    """The guide's decorator: the raw header, one message for an expiry and one for all else."""
    token = request.headers.get("Authorization")
    if not token:
        return {"message": "Token is missing"}, 401
    try:
        decode(token)
    except jwt.ExpiredSignatureError:
        return {"message": "Token has expired"}, 401
    except jwt.InvalidTokenError:
        return {"message": "Invalid token"}, 401
    return None


def outspoken():
    """The raw header, and whatever was raised in the answer."""
    token = request.headers.get("Authorization")
    if not token:
        return {"message": "Token is missing"}, 401
    try:
        decode(token)
    except Exception as error:
        return {"message": f"Unexpected error: {error}"}, 401
    return None


def splitting():
    """Bearer is split off; what cannot be split has the wrong format."""
    header = request.headers.get("Authorization")
    if not header:
        return {"message": "Token is missing"}, 401
    try:
        token = header.split(" ")[1]
    except IndexError:
        return {"message": "Invalid token format"}, 401
    try:
        decode(token)
    except jwt.ExpiredSignatureError:
        return {"message": "Token has expired"}, 401
    except jwt.InvalidTokenError:
        return {"message": "Invalid token"}, 401
    except Exception as error:
        return {"message": f"Unexpected error: {error}"}, 401
    return None


def outspoken_splitting():
    """Bearer is split off within the try, so that a raw token shows Python's own error."""
    if "Authorization" not in request.headers:
        return {"error": "Token is missing!"}, 401
    try:
        decode(request.headers["Authorization"].split(" ")[1])
    except Exception as error:
        return {"error": f"Unexpected error: {error}"}, 401
    return None


def terse():
    """A popular tutorial's: one exclamation for whatever is wrong."""
    token = None
    if request.headers.get("Authorization", "").startswith("Bearer "):
        token = request.headers["Authorization"][7:]
    if not token:
        return jsonify({"message": "Token is missing!"}), 401
    try:
        decode(token)
    except Exception:
        return jsonify({"message": "Token is invalid!"}), 401
    return None


def audience():
    """A server that names itself and whom it trusts."""
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        jwt.decode(token, SECRET, algorithms=["HS256"], audience="orders", issuer="https://login.test")
    except jwt.PyJWTError as error:
        return {"msg": str(error)}, 401
    return None


def answering(check):
    @functools.wraps(check)
    def view():
        return check() or {"message": "Welcome"}

    return view


for check in (guide, outspoken, splitting, outspoken_splitting, terse, audience):
    app.get(f"/{check.__name__}")(answering(check))


class QuietHandler(WSGIRequestHandler):
    def log_request(self, *_args):
        """The tests look at the answers."""


if __name__ == "__main__":
    server = make_server("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 0, app, threaded=True, request_handler=QuietHandler)
    print(f"http://127.0.0.1:{server.port}", flush=True)
    server.serve_forever()
