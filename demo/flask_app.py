"""The demo site's routes as a real Flask + PyJWT application, the way the guide writes it.

Prints its address on one line once it listens; port 0 asks for a free port.
"""

import datetime
import functools
import pathlib
import re
import sys
import uuid

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from flask import Flask, Response, jsonify, request
from werkzeug.serving import WSGIRequestHandler, make_server

app = Flask(__name__)
app.config["SECRET_KEY"] = "your-secret-key"

RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PUBLIC_PEM = (
    RSA_KEY.public_key()
    .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    .decode()
)
PAGE = (pathlib.Path(__file__).parent / "page.html").read_text("utf-8")
USER = {"user_id": 123, "username": "john_doe"}


def after(**delta):
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(**delta)


def issue(key=None, algorithm="HS256", **claims):
    return jsonify(token=jwt.encode({**USER, **claims}, key or app.config["SECRET_KEY"], algorithm=algorithm))


def raw_header():
    return request.headers.get("Authorization")


def bearer_header():
    match = re.match(r"Bearer +(.+)$", request.headers.get("Authorization", ""), re.IGNORECASE)
    return match and match[1]


def token_required(read=raw_header, algorithm="HS256", key=None):
    def decorate(view):
        @functools.wraps(view)
        def guarded():
            token = read()
            if not token:
                return jsonify(message="Token is missing"), 401
            try:
                claims = jwt.decode(token, key or app.config["SECRET_KEY"], algorithms=[algorithm])
            except jwt.ExpiredSignatureError:
                return jsonify(message="Token has expired"), 401
            except jwt.InvalidTokenError:
                return jsonify(message="Invalid token"), 401
            return view(claims)

        return guarded

    return decorate


def welcome(claims):
    return jsonify(message=f"Hello, {claims.get('username')}", user_id=claims.get("user_id"))


@app.get("/")
def page():
    return Response(PAGE.replace("{{public key}}", PUBLIC_PEM.strip()), mimetype="text/html")


@app.post("/login")
def login():
    return issue(exp=after(hours=1))


@app.post("/refresh")
@token_required()
def refresh(_claims):
    return issue(exp=after(hours=1), jti=str(uuid.uuid4()))


@app.post("/tokens/short")
def short():
    return issue(iat=after(minutes=-58), exp=after(minutes=2))


@app.post("/tokens/expired")
def expired():
    return issue(iat=after(hours=-2), exp=after(hours=-1))


@app.post("/tokens/foreign")
def foreign():
    return issue(key="another-secret-key", exp=after(hours=1))


@app.post("/tokens/rs256")
def rs256():
    return issue(key=RSA_KEY, algorithm="RS256", iat=after(), exp=after(hours=1))


app.get("/protected", endpoint="protected")(token_required()(welcome))
app.get("/api/profile", endpoint="profile")(token_required(bearer_header)(welcome))
app.get("/api/rs256", endpoint="rs256_profile")(token_required(bearer_header, "RS256", PUBLIC_PEM)(welcome))


@app.errorhandler(404)
def not_found(_error):
    return jsonify(message="No such page"), 404


class QuietHandler(WSGIRequestHandler):
    def log_request(self, *_args):
        """Requests are shown by Claimscope, not by the terminal."""


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=QuietHandler)
    print(f"http://127.0.0.1:{server.port}/", flush=True)
    server.serve_forever()
