// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "dsp/TransferMatrix.h"
#include "library/Provenance.h"
#include "units/Direction.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace library
{

enum class DeviceKind
{
    earbuds,
    headphones,
    phone,
    tablet,
    laptop,
    smartSpeaker,
    bluetoothSpeaker,
    desktopSpeaker,
    soundbar,
    tv,
    car,
    monitor,
    club
};

std::string_view kindId (DeviceKind kind);   ///< "smart-speaker", the folder's name
std::string_view kindName (DeviceKind kind); ///< "Smart speakers", a heading
std::optional<DeviceKind> kindFromId (std::string_view id);
std::span<const DeviceKind> allKinds();
bool isWorn (DeviceKind kind); ///< earbuds and headphones

/** What sits on or in the ear, or what radiates into the air. */
enum class Coupling
{
    ear,
    air
};

/** What the levels of an ear-coupled response are. */
enum class Quantity
{
    freeField,           ///< air: level at the listening direction, relative
    eardrum,             ///< ear: raw at the drum reference point of the rig
    deviationFromTarget, ///< ear: raw minus the target named beside it
    diffuseField         ///< ear: raw minus the rig's diffuse-field response
};

std::string_view quantityId (Quantity quantity); ///< "deviationFromTarget"
std::optional<Quantity> quantityFromId (std::string_view id);

/** One curve of a device, 0.1 dB on the library grid, 0 dB = its mean from 300 to 1200 Hz. */
struct DeviceResponse
{
    std::string name; ///< "main"; transducers refer to it
    Quantity quantity = Quantity::freeField;
    std::string target; ///< id of the target when quantity is deviationFromTarget
    dsp::FrequencyResponse level = dsp::FrequencyResponse::flat (units::Decibels { 0.0 });

    /** CTA-2034, same reference as `level`: what reaches the walls, and what fills the room. */
    std::optional<dsp::FrequencyResponse> earlyReflections;
    std::optional<dsp::FrequencyResponse> soundPower;

    /** Class figures: half the spread between units (standard deviation), in dB, on the grid. */
    std::optional<dsp::FrequencyResponse> spread;

    bool operator== (const DeviceResponse&) const = default;
};

struct Transducer
{
    std::string name;         ///< "left", "bottom speaker"
    std::size_t response = 0; ///< index into DeviceProfile::responses
    units::Position position; ///< air only

    bool operator== (const Transducer&) const = default;
};

/** Which channel feeds which transducer: rows of [left, right] gains, one per transducer. */
struct Fold
{
    enum class Kind
    {
        stereo,
        monoSum,
        leftOnly,
        matrix
    };

    Kind kind = Kind::stereo;
    std::vector<std::array<double, 2>> gains;

    bool operator== (const Fold&) const = default;
};

std::string_view foldId (Fold::Kind kind); ///< "monoSum"
std::optional<Fold::Kind> foldFromId (std::string_view id);

/** The gains of a named fold: stereo feeds the transducers left, right, left, …; monoSum feeds each
    (L + R) / 2; leftOnly feeds each L. */
Fold foldOf (Fold::Kind kind, std::size_t numTransducers);

/** One device as its file describes it. A value, complete after reading.

    An ear-coupled device has the transducers "left" and "right"; they may share one response.
*/
struct DeviceProfile
{
    std::string id; ///< "phone/iphone-2015-or-older": kind and name, for ever
    std::string name;
    DeviceKind kind = DeviceKind::phone;
    std::string summary; ///< one line a musician understands
    Provenance provenance;
    Coupling coupling = Coupling::air;
    Fold fold;
    std::vector<DeviceResponse> responses;
    std::vector<Transducer> transducers;
    std::string environment; ///< id of its usual room or cabin; empty: none
    double listeningLevelDbSpl = 70.0;

    /** A user's own import keeps its full impulse response: transducers × 2 (left, right), fold and
        delay included, at the file's rate. Shared, never changed. */
    std::shared_ptr<const dsp::TransferMatrix> impulseResponse;

    /** The WAV it came from, beside the JSON; empty when there is none. */
    std::string impulseResponseFile;

    /** Where it was read from, for messages. */
    std::string file;
};

} // namespace library
